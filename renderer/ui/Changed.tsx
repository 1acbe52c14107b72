import { Fragment } from 'react';
import { diffTexts } from '../../shared/review/textDiff';

/** One side of a comparison with the words marked that the other side has not; a dash for a side that has nothing. */
export function Changed({ text, other, isNew }: { text: string; other: string; isNew?: boolean }) {
  if (text === '') return <span className="faint">—</span>;
  if (other === '') return isNew ? <ins>{text}</ins> : <del>{text}</del>;
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  for (const hunk of diffTexts(text, other)) {
    parts.push({ text: text.slice(at, hunk.from), marked: false }, { text: text.slice(hunk.from, hunk.to), marked: true });
    at = hunk.to;
  }
  parts.push({ text: text.slice(at), marked: false });
  return (
    <>
      {parts.map((part, index) => {
        // oxlint-disable-next-line react/no-array-index-key -- Parts of one text, drawn anew with it.
        if (!part.marked || part.text === '') return <Fragment key={index}>{part.text}</Fragment>;
        // oxlint-disable-next-line react/no-array-index-key -- As above.
        return isNew ? <ins key={index}>{part.text}</ins> : <del key={index}>{part.text}</del>;
      })}
    </>
  );
}
