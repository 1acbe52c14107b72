import type { BlockId, ChangeId, SectionId } from '../../domain/ids';
import type { ReviewAnchor, ReviewChange } from '../../domain/review';
import type { ChangeList } from './changeList';
import { findMoved } from './findMoved';
import { pairUnits, type UnitPair } from './pairUnits';
import { RemarkRanges } from './remarkRanges';
import type { ReviewedComment, ReviewedDocument, Revision } from './reviewedDocument';
import { getTableWords, listRevisions, takeTable } from './tableChanges';
import { takeStories } from './takeStories';
import { createNowhere, createTarget, type Target } from './targets';
import { addRemark, createBlock, overrideMoved, takeInside, takeText, type Taking, toInlines } from './textChanges';
import { countObjects, type InsertedText } from './textEdits';
import { type TableUnit, type TextUnit, toUnits, type Unit } from './units';
import type { AnchorMap, WordAnchor } from './wordAnchor';
import type { Said, WordReviewWords } from './wordReviewWords';

/** What one document says over what was sent; `remarks` tells which remark of the file became which change. */
export type DocumentChanges = { changes: ReviewChange[]; remarks: { comment: ReviewedComment; changeId: ChangeId }[] };

type Input = { sent: ReviewedDocument; document: ReviewedDocument; anchors: AnchorMap; words: WordReviewWords; list: ChangeList };

/** Every tracked change, untracked edit and remark of a document. */
export function takeDocument(input: Input): DocumentChanges {
  return new DocumentTaker(input).take();
}

/** Behind which block of a reply, or at the head of which section, something new stands. */
type Home = { questionId: NonNullable<ReviewAnchor['questionId']>; sectionId: SectionId; blockId: BlockId | null };

type NewText = InsertedText & { inserted: Revision[] };

class DocumentTaker {
  private readonly taking: Taking;
  private readonly sentUnits: Unit[];
  private readonly targets: (Target | null)[];
  private readonly ranges = new RemarkRanges();
  private order = 0;

  constructor(private readonly input: Input) {
    this.sentUnits = toUnits(input.sent.blocks).filter((unit) => unit.type === 'table' || unit.proposed === null);
    this.targets = this.sentUnits.map((unit) => (unit.type === 'text' ? createTarget(unit, input.anchors) : null));
    const figures: [string, { figureId: Target['figures'][number]['figureId']; shown: string; anchor: ReviewAnchor }][] =
      this.targets.flatMap((target) =>
        (target?.figures ?? []).map(({ tag, figureId, from, to }) => [
          tag,
          { figureId, shown: target!.text.slice(from, to), anchor: target!.place(from, to) },
        ]),
      );
    this.taking = {
      list: input.list,
      words: input.words,
      figures: new Map(figures),
      noteEnd: (end, target, inside) => this.ranges.noteEnd(end, target, inside),
    };
  }

  take(): DocumentChanges {
    const { sent, document, list, words } = this.input;
    const units = toUnits(document.blocks);
    const { pairs, joined } = pairUnits(this.sentUnits, units);
    const moved = this.findMovedPairs(pairs);
    const objects = new Map<number, number>();
    let previous = -1;
    for (const pair of pairs) {
      const { unit, s } = pair;
      if (s === null) {
        this.takeNew(unit, previous);
        if (unit.type === 'text') objects.set(previous, (objects.get(previous) ?? 0) + countObjects(unit.paragraphs));
      } else if (moved.has(pair)) this.takeMoved(unit, s, previous);
      else {
        previous = s;
        this.takePair(unit, s, joined.has(s));
      }
    }
    const found = new Set(pairs.map(({ s }) => s));
    this.sentUnits.forEach((unit, s) => {
      if (!found.has(s)) this.takeMissing(unit, s);
    });
    this.compareObjects(objects);
    takeStories(this.taking, this.ranges, sent.stories, document.stories);
    const remarks = this.ranges.take(document.comments, { list, words });
    this.listRest();
    return { changes: list.changes, remarks };
  }

  /** What stands in another order than it was sent in, without a tracked change saying so. */
  private findMovedPairs(pairs: readonly UnitPair[]): Set<UnitPair> {
    const own = pairs.filter(({ s }) => s !== null && this.anchorAt(s) !== null);
    const moved = findMoved(own.map(({ s }) => s!));
    return new Set(own.filter((_, index) => moved.has(index)));
  }

  /** A paragraph that was only moved is put in there and taken out here; anything else is told, and what was done to it besides taken as ever. */
  private takeMoved(unit: Unit, s: number, previous: number): void {
    const { list, words } = this.input;
    const target = this.targets[s];
    const home = this.findHome(previous);
    const by = list.makerOf(null);
    const isPlain = unit.type === 'text' && unit.text === target?.text && listRevisions(unit.paragraphs).length === 0;
    if (isPlain && home && target?.anchor?.kind === 'text') {
      const { block } = target.anchor;
      const { sectionId } = home;
      const anchor: ReviewAnchor = { ...toAnchor(home), order: this.order++ };
      const build = (makeBlockId: () => BlockId) => ({
        kind: 'insertBlock' as const,
        sectionId,
        block: { ...block, blockId: makeBlockId() },
      });
      const inside = list.add({ by, anchor, words: `insertBlock ${unit.text}`, build }, []);
      list.add({ by, anchor: target.place(0, unit.text.length), words: 'deleteBlock', build: () => ({ kind: 'deleteBlock' }) }, []);
      this.ranges.noteBlocks(unit.paragraphs, { ...anchor, inside });
      return;
    }
    const place = target?.place(0, unit.text.length) ?? this.placeTable(s) ?? createNowhere(unit.text);
    addRemark(this.taking, by, place, words.moved(shorten(this.sentUnits[previous]?.text ?? '')), []);
    this.takePair(unit, s, false);
  }

  /** Pictures between paragraphs that came or went without a tracked change. */
  private compareObjects(returned: ReadonlyMap<number, number>): void {
    const { list, words, sent } = this.input;
    const former = new Map<number, number>();
    let previous = -1;
    for (const unit of toUnits(sent.blocks)) {
      if (unit.type === 'table' || unit.proposed === null) previous++;
      else former.set(previous, (former.get(previous) ?? 0) + countObjects(unit.paragraphs));
    }
    for (const place of new Set([...former.keys(), ...returned.keys()])) {
      const more = (returned.get(place) ?? 0) - (former.get(place) ?? 0);
      if (more === 0) continue;
      const home = this.findHome(place);
      const anchor = home ? toAnchor(home) : createNowhere('');
      addRemark(this.taking, list.makerOf(null), anchor, more > 0 ? words.objectInserted() : words.objectDeleted(), []);
    }
  }

  private takePair(unit: Unit, s: number, isJoined: boolean): void {
    const sent = this.sentUnits[s]!;
    if (unit.type === 'text') {
      takeText(this.taking, this.targets[s]!, unit, isJoined);
      return;
    }
    const anchor = this.findTableAnchor(sent as TableUnit);
    if (anchor) {
      takeTable(this.taking, anchor, (sent as TableUnit).table, unit.table, (blocks, place) => this.ranges.noteBlocks(blocks, place));
      return;
    }
    const place = createNowhere(unit.text);
    if (unit.text !== sent.text) addRemark(this.taking, this.input.list.makerOf(null), place, this.input.words.inserted(unit.text), []);
    this.ranges.noteBlocks([unit.table], place);
  }

  /** What a sent unit stands for; null for the parts of the document no reply is in. */
  private anchorAt(s: number): WordAnchor | null {
    const unit = this.sentUnits[s];
    if (!unit) return null;
    return unit.type === 'text' ? this.targets[s]!.anchor : this.findTableAnchor(unit);
  }

  private placeTable(s: number): ReviewAnchor | null {
    const anchor = this.anchorAt(s);
    return anchor?.kind === 'table' ? toAnchor(anchor) : null;
  }

  private findTableAnchor(unit: TableUnit): Extract<WordAnchor, { kind: 'table' }> | null {
    const tag = unit.tags.find((one) => this.input.anchors.anchors[one]?.kind === 'table');
    return tag === undefined ? null : (this.input.anchors.anchors[tag] as Extract<WordAnchor, { kind: 'table' }>);
  }

  /** A paragraph or table that was not in what was sent. */
  private takeNew(unit: Unit, previous: number): void {
    const home = this.findHome(previous);
    if (unit.type === 'table') {
      const { list, words } = this.input;
      const text = getTableWords(unit.table);
      const anchor = home ? toAnchor(home) : createNowhere(text);
      const revisions = listRevisions([unit.table]);
      addRemark(this.taking, list.makerOf(revisions[0]), anchor, words.inserted(text), revisions);
      this.ranges.noteBlocks([unit.table], anchor);
    } else this.takeNewText(unit, home);
  }

  private takeNewText(unit: TextUnit, home: Home | null): void {
    const { list, words } = this.input;
    const pieces = unit.paragraphs.flatMap((one) => one.pieces);
    const revisions = [...(unit.proposed ?? []), ...listRevisions(unit.paragraphs)];
    const by = list.makerOf(unit.proposed?.[0] ?? revisions[0]);
    const texts = pieces.flatMap((piece): NewText[] => {
      if (piece.type !== 'text') return [];
      const { text, style, figure, deleted, note, inserted } = piece;
      return [{ text, style, figure, deleted, inserted, ...(note && { note: note.after }) }];
    });
    const text = texts.map((one) => one.text).join('');
    if (text.trim() === '' || !home) {
      const anchor = home ? toAnchor(home) : createNowhere(text);
      const object = pieces.find((piece) => piece.type === 'object' && piece.inserted.length + piece.deleted.length > 0);
      if (text.trim() !== '') addRemark(this.taking, by, anchor, words.inserted(text), revisions);
      else if (object?.type === 'object')
        addRemark(this.taking, by, anchor, object.inserted.length > 0 ? words.objectInserted() : words.objectDeleted(), revisions);
      list.account(revisions);
      this.ranges.noteBlocks(unit.paragraphs, anchor);
      return;
    }
    const isOwn = ({ inserted: [revision] }: NewText) => !revision || list.makerOf(revision).author === by.author;
    const own = texts.filter(isOwn);
    const foreign = texts.filter((one) => !isOwn(one));
    const anchor: ReviewAnchor = { ...toAnchor(home), order: this.order++ };
    const { form } = unit.paragraphs[0]!;
    const inlines = toInlines(own, this.taking.figures);
    const said = own.map((one) => one.text).join('');
    const later = new Set([...texts.flatMap(({ deleted }) => deleted), ...foreign.flatMap(({ inserted }) => inserted)]);
    const changeId = list.add(
      {
        by,
        anchor,
        words: `insertBlock ${said}`,
        build: (makeBlockId) => ({ kind: 'insertBlock', sectionId: home.sectionId, block: createBlock(form, makeBlockId(), inlines) }),
      },
      revisions.filter((revision) => !later.has(revision)),
    );
    takeInside(this.taking, anchor, changeId, own);
    this.takeForeign(texts, foreign, anchor, changeId);
    overrideMoved(this.taking, anchor, texts, by);
    this.ranges.noteBlocks(unit.paragraphs, { ...anchor, inside: changeId });
  }

  /** What others wrote into a paragraph somebody put in. */
  private takeForeign(
    texts: readonly NewText[],
    foreign: readonly NewText[],
    { questionId, blockId }: ReviewAnchor,
    inside: ChangeId,
  ): void {
    const { list } = this.input;
    let offset = 0;
    for (const one of texts) {
      if (!foreign.includes(one)) {
        offset += one.text.length;
        continue;
      }
      const anchor: ReviewAnchor = { questionId, blockId, from: offset, to: offset, quote: '', inside, order: this.order++ };
      const by = list.makerOf(one.inserted[0]);
      const inlines = toInlines([one], this.taking.figures);
      const id = list.add({ by, anchor, words: `insert ${one.text}`, build: () => ({ kind: 'insert', inlines }) }, one.inserted);
      takeInside(this.taking, anchor, id, [one]);
    }
  }

  /** Where a new block belongs: behind the block of a reply before it, or at the head of the section that follows. */
  private findHome(previous: number): Home | null {
    const before = this.anchorAt(previous);
    if (before && 'sectionId' in before) {
      const blockId = before.kind === 'text' ? before.block.blockId : before.kind === 'section' ? null : before.blockId;
      return { questionId: before.questionId, sectionId: before.sectionId, blockId };
    }
    for (const [step, from] of [
      [1, previous + 1],
      [-1, previous - 1],
    ] as const) {
      const next = this.anchorAt(from);
      if (next && 'sectionId' in next && (step === 1 || previous >= 0)) {
        const blockId = step === 1 ? null : next.kind === 'text' ? next.block.blockId : next.kind === 'section' ? null : next.blockId;
        return { questionId: next.questionId, sectionId: next.sectionId, blockId };
      }
    }
    return null;
  }

  /** A paragraph or table that was sent and is gone without a trace. */
  private takeMissing(unit: Unit, s: number): void {
    const { list, words } = this.input;
    const by = list.makerOf(null);
    const anchor = unit.type === 'text' ? this.targets[s]!.anchor : this.findTableAnchor(unit);
    if (unit.text.trim() === '' && unit.type === 'text') return;
    if (anchor?.kind === 'text') {
      list.add(
        { by, anchor: this.targets[s]!.place(0, unit.text.length), words: 'deleteBlock', build: () => ({ kind: 'deleteBlock' }) },
        [],
      );
    } else if (anchor?.kind === 'table') {
      const place: ReviewAnchor = { questionId: anchor.questionId, blockId: anchor.blockId, from: 0, to: 0, quote: '' };
      list.add({ by, anchor: place, words: 'deleteBlock', build: () => ({ kind: 'deleteBlock' }) }, []);
    } else {
      const place = this.targets[s]?.place(0, unit.text.length) ?? createNowhere(unit.text);
      addRemark(this.taking, by, place, words.deleted(unit.text), []);
    }
  }

  /** Nothing is lost in silence: a tracked change nothing else tells of is listed with its text. */
  private listRest(): void {
    const { document, list, words } = this.input;
    const told = list.changes.flatMap(({ payload }) =>
      'inlines' in payload ? payload.inlines : 'block' in payload && 'inlines' in payload.block ? payload.block.inlines : [],
    );
    const notes = told.flatMap((inline) => (inline.type === 'footnote' ? [inline.note] : []));
    for (const revision of document.revisions) {
      if (list.isAccounted(revision)) continue;
      if (isWithoutContent(revision) || (revision.part === 'notes' && notes.some((note) => note.includes(revision.text.trim())))) {
        list.account([revision]);
        continue;
      }
      addRemark(this.taking, list.makerOf(revision), createNowhere(revision.text), describeRest(revision, words), [revision]);
    }
  }
}

function toAnchor({ questionId, blockId }: Pick<Home, 'questionId' | 'blockId'>): ReviewAnchor {
  return { questionId, blockId, from: 0, to: 0, quote: '' };
}

const LONGEST_NAME = 24;

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line;
}

const CONTENT = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

/** An element around bookmarks, fields or nothing at all marks no words. */
function isWithoutContent({ element, text }: Revision): boolean {
  return CONTENT.has(element) && text === '';
}

function describeRest({ element, text, part }: Revision, words: WordReviewWords): Said {
  const isIn = element === 'w:ins' || element === 'w:moveTo';
  const isOut = element === 'w:del' || element === 'w:moveFrom';
  const said = isIn ? words.inserted(text) : isOut ? words.deleted(text) : words.other(element, text);
  const story = part.includes('header') ? 'header' : part.includes('footer') ? 'footer' : part === 'notes' ? 'note' : null;
  return story === null ? said : words.inStory(story, said);
}
