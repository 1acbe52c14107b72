import type { FilingEntry, FilingSetResult } from '../../../shared/domain/filingSet';
import type { Warning } from '../../../shared/domain/place';
import { sayUnshared } from '../../../shared/domain/sharedText';
import { FaultLink } from '../../workspace/FaultLink';
import { WarningList } from '../../workspace/WarningList';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import type { PrintedSet } from './printSet';

type MadeSetProps = { result: FilingSetResult; failures: PrintedSet['failures'] };

/** The folder that was made: whether it may be signed, what could not be printed, and its list. */
export function MadeSet({ result: { folder, entries, problems, round, warnings, shared }, failures }: MadeSetProps) {
  const { say, sayError } = useWords();
  const isFirmBlank = ({ code, file }: Warning) => code === 'blank-left' && shared.some(({ title }) => title === file);
  return (
    <>
      <p>
        <strong>{say('filingSet.done', { name: folder })}</strong>
      </p>
      {round === null ? (
        <WarningList
          warnings={nameless(problems)}
          title={say('filingSet.notFrozen', { count: problems.length })}
          renderEnd={(fault) => <FaultLink fault={fault} />}
        />
      ) : (
        <Notice kind="info">{say('filingSet.frozen', { round })}</Notice>
      )}
      {failures.map(({ title, error }) => (
        <Notice key={title} kind="doubt">
          {say('filingSet.notPrinted', { title, reason: sayError(error) })}
        </Notice>
      ))}
      <FirmBlanks warnings={warnings.filter(isFirmBlank)} />
      {warnings.every(isFirmBlank) ? null : (
        <WarningList warnings={warnings.filter((warning) => !isFirmBlank(warning))} title={say('filingSet.toLookAt')} />
      )}
      <SharedTexts shared={shared} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- A list longer than the dialog is scrolled with the keys. */}
      <div className="filing-frame" role="region" aria-label={say('filingSet.list')} tabIndex={0}>
        <table className="filing-list">
          <thead>
            <tr>
              <th>{say('filingSet.column.title')}</th>
              <th>{say('filingSet.column.file')}</th>
              <th className="filing-pages">{say('filingSet.column.pages')}</th>
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

/** What the firms still fill in in their own documents, by document. */
function FirmBlanks({ warnings }: { warnings: readonly Warning[] }) {
  const { say } = useWords();
  const files = [...new Set(warnings.map(({ file }) => file))];
  return files.map((title) => (
    <p key={title} className="text-doubt">
      {say('filingSet.toFill', { title, count: warnings.filter(({ file }) => file === title).length })}
    </p>
  ));
}

/** Whether each firm's document says word for word what is announced. */
function SharedTexts({ shared }: { shared: FilingSetResult['shared'] }) {
  const { say } = useWords();
  return shared.map(({ title, shared: { paragraphs, tables, differences } }) =>
    differences.length === 0 ? (
      <p key={title} className="text-done">
        {say('filingSet.shared', { title, paragraphs, tables })}
      </p>
    ) : (
      <WarningList
        key={title}
        title={say('filingSet.unshared', { title, count: differences.length })}
        warnings={differences.map((one) => ({ code: 'shared-text', message: sayUnshared(one), file: '', place: null }))}
      />
    ),
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
        <td className="filing-pages faint small">
          {pagesHow === null ? '' : say(pagesHow === 'unpaged' ? 'filingSet.pages.unpaged' : 'filingSet.pages.unreadable')}
        </td>
      ) : (
        <td className="filing-pages number">{counted}</td>
      )}
      <td className="mono small">{sha256 === null ? '' : `${sha256.slice(0, 12)}…`}</td>
    </tr>
  );
}
