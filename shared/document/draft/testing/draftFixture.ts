import type { ReadPart, ReadTable } from '../../../domain/dataTable';
import { newId } from '../../../domain/ids';
import type { VerifierRole } from '../../../domain/letter';
import type { AskedQuestion, DraftBlock, DraftSplit } from '../draftSplit';

/** A question of an invented letter; lines starting with （1） and the like are its items. */
export function ask(no: string, lines: readonly string[], verifiers: readonly VerifierRole[] = []): AskedQuestion {
  const items = lines.flatMap((line) => {
    const match = /^（(\d)）(.*)$/.exec(line);
    return match
      ? [{ itemId: newId<'item'>(), no: match[1]!, label: `（${match[1]}）`, text: match[2]!, status: 'toWrite' as const, owner: null }]
      : [];
  });
  const verifications = verifiers.map((role) => ({
    verificationId: newId<'verification'>(),
    role,
    itemIds: items.slice(-1).map((item) => item.itemId),
    reach: [],
    text: '',
  }));
  return { questionId: newId(), no, label: `问题 ${no}`, title: null, partHeading: null, text: lines.join('\n'), items, verifications };
}

/** Parts of a file from strings: a table where the string is [表], a paragraph otherwise; places count from 1. */
export function makeParts(texts: readonly string[]): ReadPart[] {
  return texts.map((text, index) =>
    text === '[表]' ? { type: 'table', table: makeTable(index + 1) } : { type: 'paragraph', text, place: { paragraph: index + 1 } },
  );
}

function makeTable(paragraph: number): ReadTable {
  const cell = { text: '1.00', rowSpan: 1, colSpan: 1, covered: false, value: '1.00', unit: '万元' };
  return {
    place: { paragraph },
    caption: null,
    unit: '万元',
    period: null,
    headerRows: 0,
    columns: [[]],
    rows: [[cell]],
    rowRoles: ['body'],
    notes: [],
    doubts: [],
  };
}

/** Everything a split holds, in the order of the file: what must equal the input. */
export function collectTexts(split: DraftSplit): string[] {
  const found: { at: number; text: string }[] = [];
  const add = (paragraph: { text: string; place: { paragraph?: number } } | null) => {
    if (paragraph) found.push({ at: paragraph.place.paragraph!, text: paragraph.text });
  };
  const addBlock = (block: DraftBlock) => {
    if (block.type === 'table') add({ text: '[表]', place: split.tables[block.table]!.place });
    else if (block.type === 'picture') add({ text: `[图 ${block.picture.alt}]`, place: block.place });
    else if (block.type === 'chart') add({ text: `[图 ${block.chart.alt}]`, place: block.place });
    else add(block);
  };
  const { head, tail } = split;
  for (const paragraph of [...head.codeLines, ...head.titleLines, head.guarantee, ...head.preamble]) add(paragraph);
  for (const reply of split.replies) {
    for (const paragraph of [...reply.heading, ...reply.restated, reply.replyLabel]) add(paragraph);
    for (const section of reply.sections) section.blocks.forEach(addBlock);
  }
  split.unplaced.forEach(addBlock);
  for (const paragraph of [tail.closing, ...tail.signature, tail.date]) add(paragraph);
  const merged: { at: number; text: string }[] = [];
  for (const entry of found.toSorted((a, b) => a.at - b.at)) {
    // 回复： and the text behind it were one paragraph.
    if (merged.at(-1)?.at === entry.at && entry.text !== '[表]' && !entry.text.startsWith('[图')) merged.at(-1)!.text += entry.text;
    else merged.push({ ...entry });
  }
  return merged.map((entry) => entry.text);
}

/** A reply's sections as lines: role/verifier, then each block with its kind. */
export function outlineSections(split: DraftSplit, no: string): string[] {
  const reply = split.replies.find((candidate) => candidate.no === no);
  return (reply?.sections ?? []).flatMap((section) => [
    `# ${section.role} ${section.verifier ?? '-'}`,
    ...section.blocks.map((block) => {
      if (block.type === 'heading') return `H${block.level} ${block.text}`;
      return block.type === 'paragraph' ? block.text : `[${block.type}]`;
    }),
  ]);
}
