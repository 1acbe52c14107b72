import { offerPlaces, refreshReferences } from '../../../shared/document/reference/refreshReferences';
import type { PlaceMaterial } from '../../../shared/document/reference/listPlaces';
import { isTextBlock } from '../../../shared/domain/reply';
import type { ReadableDb } from '../db/handles';
import { listTables } from '../db/queries/dataTables';
import { listLetters } from '../db/queries/letters';
import { listReplies } from '../db/queries/replies';
import { type HandlersOf, reads } from '../rpc/handlerKinds';

export const referenceHandlers: HandlersOf<'reference'> = {
  'reference:list': reads(({ db }, from) => offerPlaces(readMaterial(db), from)),

  'reference:current': reads(({ db }, { questionId }) => {
    const reply = refreshReferences(readMaterial(db)).find((one) => one.questionId === questionId);
    const blocks = reply?.sections.flatMap((section) => section.blocks).filter(isTextBlock) ?? [];
    return blocks.flatMap(({ blockId, inlines }) =>
      inlines.flatMap((inline) => (inline.type === 'reference' ? [{ blockId, target: inline.target, text: inline.text }] : [])),
    );
  }),
};

function readMaterial(db: ReadableDb): PlaceMaterial {
  const tables = new Map(listTables(db, null).map((table) => [table.tableId, table]));
  return { letters: listLetters(db), replies: listReplies(db), tables };
}
