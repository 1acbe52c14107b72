import type { FilingEntry, FilingSetResult } from '../../../shared/domain/filingSet';
import { WarningList } from '../../workspace/WarningList';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import type { PrintedSet } from './printSet';

type MadeSetProps = { result: FilingSetResult; failures: PrintedSet['failures'] };

/** The folder that was made: whether it may be signed, what could not be printed, and its list. */
export function MadeSet({ result: { folder, entries, problems, round, warnings }, failures }: MadeSetProps) {
  const { say, sayError } = useWords();
  return (
    <>
      <p>
        <strong>{say('filingSet.done', { name: folder })}</strong>
      </p>
      {round === null ? (
        <WarningList warnings={nameless(problems)} title={say('filingSet.notFrozen', { count: problems.length })} />
      ) : (
        <Notice kind="info">{say('filingSet.frozen', { round })}</Notice>
      )}
      {failures.map(({ title, error }) => (
        <Notice key={title} kind="doubt">
          {say('filingSet.notPrinted', { title, reason: sayError(error) })}
        </Notice>
      ))}
      {warnings.length === 0 ? null : <WarningList warnings={warnings} title={say('filingSet.toFill', { count: warnings.length })} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A list longer than the dialog is scrolled with the keys. */}
      <div className="filing-frame" role="region" aria-label={say('filingSet.list')} tabIndex={0}>
        <table className="filing-list">
          <thead>
            <tr>
              <th>{say('filingSet.column.title')}</th>
              <th>{say('filingSet.column.file')}</th>
              <th>{say('filingSet.column.pages')}</th>
              <th>{say('filingSet.column.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry, index) => (
              <EntryRow key={index} entry={entry} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What stands in the announcement needs no file's name. */
function nameless(problems: FilingSetResult['problems']): FilingSetResult['problems'] {
  return problems.map((problem) => ({ ...problem, file: '' }));
}

function EntryRow({ entry: { title, disclosed, fileName, pages, pagesHow, sha256 } }: { entry: FilingEntry }) {
  const { say } = useWords();
  const counted = pages === null ? '' : pagesHow === 'counted' ? String(pages) : say('filingSet.about', { pages });
  return (
    <tr>
      <td>
        {title}
        {disclosed ? null : <span className="faint small"> {say('filingSet.undisclosed')}</span>}
      </td>
      <td className={fileName === null ? 'text-doubt' : undefined}>{fileName ?? say('filingSet.missing')}</td>
      {pages === null ? (
        <td className="faint small">{pagesHow === null ? '' : say(`filingSet.pages.${toReason(pagesHow)}`)}</td>
      ) : (
        <td className="number">{counted}</td>
      )}
      <td className="mono small">{sha256 === null ? '' : `${sha256.slice(0, 12)}…`}</td>
    </tr>
  );
}

type Reason = 'notPrinted' | 'unreadable' | 'unpaged';

function toReason(how: NonNullable<FilingEntry['pagesHow']>): Reason {
  return how === 'notPrinted' || how === 'unpaged' ? how : 'unreadable';
}
