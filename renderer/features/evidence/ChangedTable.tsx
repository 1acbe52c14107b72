import { LinkButton } from '../../ui/Button';
import { BeforeAfterHeads } from './BeforeAfterHeads';

/** A thing whose words changed: its name, which leads to it, and its words before and after. */
export type ChangedLine = { key: string; name: string; before: string; after: string; open: () => void };

/** What changed, one line each; `head` says what the names are of. */
export function ChangedTable({ caption, head, lines }: { caption: string; head: string; lines: readonly ChangedLine[] }) {
  return (
    <table className="changes">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <BeforeAfterHeads />
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, before, after, open }) => (
          <tr key={key}>
            <td>
              <LinkButton onPress={open}>{name}</LinkButton>
            </td>
            <td className="number">
              <s>{before}</s>
            </td>
            <td className="number">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
