import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BlockId, ChangeId, FileHash, QuestionId, SectionId, TableId } from '../../../shared/domain/ids';
import { getInlineText, type Section, type TextStyle } from '../../../shared/domain/reply';
import type { ReviewChange } from '../../../shared/domain/review';
import { anySections } from '../testing/arbitraries';
import { markSections, type OpenChange } from './markSections';
import { getStyle, type MarkedSection, STYLE_NAMES } from './markedReply';
import { readMarks } from './readMarks';
import { recordEdits } from './recordEdits';
import { ReviewLedger } from './ReviewLedger';
import { anyEdit, readAccepted, type SimulatedEdit, simulateEdit } from './testing/simulateEdits';

const QUESTION = 'q1' as QuestionId;
const AUTHORS = ['甲律师', '乙会计师', '董秘'] as const;
const anyTurns = fc.array(fc.record({ author: fc.constantFrom(...AUTHORS), edits: fc.array(anyEdit, { minLength: 1, maxLength: 6 }) }), {
  minLength: 1,
  maxLength: 4,
});

let now = Date.parse('2026-01-05T09:00:00Z');
const tick = () => (now += 1_000);

/** Changes as core would list them, every one at the place it was made. */
function open(changes: readonly ReviewChange[]): OpenChange[] {
  return changes.map((change) => {
    const { blockId, from, to, inside } = change.anchor;
    if (inside !== undefined) return { change, place: { kind: 'inside', changeId: inside, from, to } };
    return { change, place: blockId === null ? { kind: 'question' } : { kind: 'text', blockId, from, to, changed: false } };
  });
}

type Turn = { author: string; edits: readonly SimulatedEdit[] };

/**
 * One author after another edits the first section in revision mode, each seeing what the others suggested and sent. What one has sent is his to go on
 * with no more.
 */
function review(sections: readonly Section[], turns: readonly Turn[], onEdit = (_meant: string, _result: MarkedSection) => {}) {
  let sent: ReviewChange[] = [];
  let stored = sections;
  let marked: MarkedSection[] = [];
  let ledger = new ReviewLedger('', tick);
  for (const { author, edits } of turns) {
    ledger = learn(sent, author);
    marked = markSections(stored, open(sent));
    for (const edit of edits) {
      const section = marked[0]!;
      const { blocks, place, meant } = simulateEdit(section.blocks, edit);
      const recorded = recordEdits(section.blocks, blocks, { ledger, isRevising: true, place });
      marked[0] = { ...section, blocks: recorded.blocks };
      onEdit(meant, marked[0]);
    }
    const read = readMarks(marked, QUESTION, ledger);
    stored = read.sections;
    sent = [...sent, ...read.changes.filter(({ changeId }) => ledger.isOwn(changeId))];
  }
  return { changes: sent, stored, marked, ledger };
}

function learn(changes: readonly ReviewChange[], author: string): ReviewLedger {
  const ledger = new ReviewLedger(author, tick);
  for (const change of changes) ledger.learn(change, false);
  return ledger;
}

it('revision mode never changes the reply itself, whatever is typed, deleted, split, joined, pasted or styled', () => {
  fc.assert(
    fc.property(anySections, anyTurns, (sections, turns) => {
      expect(review(sections, turns).stored).toEqual(sections);
    }),
  );
});

it('what the writer sees without the deleted text is what the edit made', () => {
  fc.assert(
    fc.property(anySections, anyTurns, (sections, turns) => {
      review(sections, turns, (meant, result) => expect(readAccepted(result.blocks)).toBe(meant));
    }),
  );
});

it("suggestions of several authors stand after loading where they stood before saving, each in its author's name", () => {
  fc.assert(
    fc.property(anySections, anyTurns, (sections, turns) => {
      const { changes, stored, marked, ledger } = review(sections, turns);
      // Words typed between a figure and what another proposed for it come to stand behind both.
      fc.pre(!changes.some(({ payload }) => payload.kind === 'overrideFigure'));
      const loaded = markSections(stored, open(changes));
      expect(describe(loaded, learn(changes, '读者'))).toEqual(describe(marked, ledger));
    }),
  );
});

/** A reply of one section. */
function section(...blocks: Section['blocks']): Section[] {
  return [{ sectionId: 's1' as SectionId, role: 'statement', verifier: null, itemIds: [], blocks }];
}

/** What stands after saving and loading. */
function reload({ changes, stored }: ReturnType<typeof review>): string {
  return readAccepted(markSections(stored, open(changes))[0]!.blocks);
}

it('words typed over the end of our insertion and the beginning of one that was sent are kept, and the sent one stays whole', () => {
  const paragraph = { type: 'paragraph' as const, blockId: 'b1' as BlockId, inlines: [{ type: 'text' as const, text: '三' }] };
  const reviewed = review(section(paragraph), [
    { author: '甲律师', edits: [{ type: 'write', from: 0, length: 0, text: '乙乙乙' }] },
    {
      author: '董秘',
      edits: [
        { type: 'write', from: 0, length: 0, text: '甲甲' },
        { type: 'write', from: 1.5 / 7, length: 2, text: '丙' },
      ],
    },
  ]);
  expect(readAccepted(reviewed.marked[0]!.blocks)).toBe('甲丙乙乙三');
  expect(reload(reviewed)).toBe('甲丙乙乙三');
});

it('words typed over a table go into our paragraph behind it', () => {
  const table = { type: 'table' as const, blockId: 'b1' as BlockId, tableId: 't1' as TableId };
  const picture = { type: 'picture' as const, blockId: 'b2' as BlockId, file: 'f1' as FileHash, mime: 'image/png' as const, alt: '' };
  const reviewed = review(section(table, { ...picture, widthPx: 1, heightPx: 1 }), [
    {
      author: '甲律师',
      edits: [
        { type: 'break', at: 0.5 },
        { type: 'write', from: 0, length: 1, text: '甲' },
      ],
    },
  ]);
  expect(reload(reviewed)).toBe('甲');
});

const look = (style: TextStyle) => STYLE_NAMES.filter((name) => style[name]);

it('with the mode off nothing that another suggests is lost, and no suggestion of his is changed', () => {
  fc.assert(
    fc.property(anySections, anyTurns, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), (sections, turns, edits) => {
      const { changes, stored } = review(sections, turns);
      const ledger = learn(changes, '本公司');
      let { blocks } = markSections(stored, open(changes))[0]!;
      const inserted = () => listInserted(blocks, ledger);
      const before = inserted();
      for (const edit of edits) {
        const edited = simulateEdit(blocks, edit);
        ({ blocks } = recordEdits(blocks, edited.blocks, { ledger, isRevising: false, place: edited.place }));
      }
      expect(inserted()).toEqual(before);
    }),
  );
});

/** What others put in, by change. */
function listInserted(blocks: MarkedSection['blocks'], ledger: ReviewLedger): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const { inlines, ins, split } of blocks) {
    for (const id of [ins, split]) if (id !== null && !ledger.isOwn(id)) texts[id] ??= '';
    for (const { inline, ins: by } of inlines)
      if (by !== null && !ledger.isOwn(by)) texts[by] = (texts[by] ?? '') + getInlineText([inline]);
  }
  return texts;
}

/** Everything that can be seen of a marked reply: ids stand for their authors. */
function describe(marked: readonly MarkedSection[], ledger: ReviewLedger): unknown {
  const who = (ids: readonly ChangeId[]) => ids.map((id) => ledger.get(id)?.author ?? '').sort();
  // Of two authors' styles or kinds for one place either may be shown: they are in conflict.
  const shown = <Value>(value: Value, ids: readonly ChangeId[]) => (ids.length > 1 ? null : value);
  return marked.map(({ blocks }) =>
    blocks.map(({ shell, was, set, ins, del, split, join, inlines }) => ({
      shell: shown(shell, set),
      was,
      changes: [who(set), who(ins === null ? [] : [ins]), who(del), who(split === null ? [] : [split]), who(join)],
      text: inlines
        .flatMap((one) => {
          const marks = JSON.stringify([
            shown(look(getStyle(one.inline)), one.format),
            one.was && look(one.was),
            who(one.ins === null ? [] : [one.ins]),
            who(one.del),
            who(one.format),
          ]);
          return one.inline.type === 'text'
            ? Array.from(one.inline.text).map((text) => text + marks)
            : [getInlineText([one.inline]) + marks];
        })
        .join('\n'),
    })),
  );
}
