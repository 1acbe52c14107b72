import type { WordReviewResult } from '../../../shared/ipc/results';
import { formatDayAndTime } from '../../ui/clock';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';

const COUNTS = ['comments', 'suggestions', 'figureOverrides', 'unplaced'] as const;

/** What a reviewed document brought, by kind, and the words of what has no place. */
export function TakenBack({ result }: { result: WordReviewResult }) {
  const { say } = useWords();
  const total = COUNTS.reduce((sum, name) => sum + result[name], 0);
  return (
    <>
      {result.sent === null ? (
        <Notice kind="doubt">{say('wordReview.notSent')}</Notice>
      ) : (
        <p className="faint">{say('wordReview.sentOn', { file: result.sent.fileName, at: formatDayAndTime(result.sent.at) })}</p>
      )}
      {total === 0 ? (
        <p>{say('wordReview.nothing')}</p>
      ) : (
        <>
          <table className="changes">
            <caption>{say('wordReview.came')}</caption>
            <tbody>
              {COUNTS.map((name) => (
                <tr key={name}>
                  <th scope="row">{say(`wordReview.${name}`)}</th>
                  <td className="number">{result[name]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>{result.added === total ? say('wordReview.addedAll') : say('wordReview.added', { count: result.added })}</p>
        </>
      )}
      {result.lost.length === 0 ? null : (
        <section aria-labelledby="take-back-lost">
          <h3 id="take-back-lost">{say('wordReview.unplacedList')}</h3>
          <ul className="take-back-lost">
            {result.lost.map(({ author, at, quote, text }, index) => (
              // Two remarks may say the same of the same words.
              <li key={`${at} ${String(index)}`}>
                <span className="faint small">
                  {author} · {formatDayAndTime(at)}
                </span>
                <p>{text}</p>
                {quote === '' ? null : <blockquote>{quote}</blockquote>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
