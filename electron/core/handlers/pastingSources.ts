import { say } from '../../../shared/catalogue/catalogue';
import type { Source } from '../../../shared/domain/dataTable';
import { toShanghaiMinute } from '../../../shared/letter/deadline';
import { describeParts } from '../../../shared/tables/describeParts';
import type { RawCell, RawPart } from '../../../shared/tables/rawTable';
import { insertTable } from '../db/queries/dataTables';
import { storeFile } from '../db/queries/files';
import { beginSource, getSource, insertSourceParagraph, showSource } from '../db/queries/sources';
import type { WriteContext } from '../rpc/handlerKinds';

/** What stood on the clipboard, in order: paragraphs and tables as another program put them there, and the text as received. */
export type PastedSource = {
  parts: ({ type: 'paragraph'; text: string } | { type: 'table'; cells: RawCell[][]; spansKnown: boolean })[];
  received: string;
  disclosed: boolean;
};

/** Stores tables from the clipboard as a source of its own, called after the time it was pasted. */
export function pasteSource({ db, recorder, session }: WriteContext, { parts, received, disclosed }: PastedSource): Source {
  const fileName = say(session.settings.language, 'evidence.clipboard', { time: toShanghaiMinute(new Date()) });
  let table = 0;
  const raw = parts.map((part, index): RawPart => {
    if (part.type === 'paragraph') return { type: 'paragraph', text: part.text, place: { paragraph: index + 1 } };
    table += 1;
    return { type: 'table', table: { cells: part.cells, spansKnown: part.spansKnown, markedHeaderRows: null, place: { table } } };
  });
  const file = storeFile(db, new TextEncoder().encode(received), 'text/plain');
  const sourceId = beginSource(db, { file, fileName, role: 'evidence', disclosed });
  let tables = 0;
  describeParts(raw, fileName).parts.forEach((part, position) => {
    if (part.type === 'table') tables += insertTable(db, part.table, sourceId, tables).stored;
    else insertSourceParagraph(db, sourceId, { position, text: part.text, place: part.place, searchable: true });
  });
  showSource(recorder, db, sourceId);
  return getSource(db, sourceId);
}
