import type { Exchange, ExchangeKind } from '../../../shared/domain/exchange';
import { useQuery } from '../../ipc/useQuery';
import { formatDayAndTime } from '../../ui/clock';
import { useWords } from '../../ui/language';

/** Files that went out, each with what came back for it; and those that came back unasked. */
export function ExchangeList({ kinds }: { kinds: readonly ExchangeKind[] }) {
  const { say } = useWords();
  const { value } = useQuery('exchange:list', {});
  const shown = (value ?? []).filter(({ kind }) => kinds.includes(kind));
  if (value && shown.length === 0) return <p className="faint">{say('exchange.none')}</p>;
  const heads = shown.filter(({ direction, answers }) => direction === 'sent' || !shown.some((one) => one.exchangeId === answers));
  return (
    <ol className="exchange-list">
      {heads.map((head) => {
        const answers = shown.filter((one) => one.answers === head.exchangeId);
        return (
          <li key={head.exchangeId}>
            <Entry exchange={head} />
            {answers.map((answer) => (
              <Entry key={answer.exchangeId} exchange={answer} />
            ))}
            {head.direction === 'sent' && answers.length === 0 && head.kind !== 'task' ? (
              <p className="small text-doubt">{say('exchange.waiting')}</p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

function Entry({ exchange: { direction, kind, party, at, fileName } }: { exchange: Exchange }) {
  const { say } = useWords();
  return (
    <p className={direction === 'returned' ? 'exchange-answer' : undefined}>
      <span className="chip">{say(direction === 'sent' ? 'exchange.sent' : 'exchange.returned')}</span> <strong>{party}</strong>{' '}
      {say(`exchange.kind.${kind}`)}{' '}
      <span className="faint small">
        {fileName} · {formatDayAndTime(at)}
      </span>
    </p>
  );
}
