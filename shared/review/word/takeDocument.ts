import type { BlockId, ChangeId, SectionId } from '../../domain/ids';
import type { ReviewAnchor, ReviewChange } from '../../domain/review';
import type { ChangeList } from './changeList';
import { pairUnits } from './pairUnits';
import type { ReviewedBlock, ReviewedComment, ReviewedDocument, Revision } from './reviewedDocument';
import { listRevisions, takeTable } from './tableChanges';
import { createTarget, type Target } from './targets';
import { addRemark, createBlock, overrideMoved, takeInside, takeText, type Taking, toInlines } from './textChanges';
import type { InsertedText, RemarkEnd } from './textEdits';
import { type TableUnit, toUnits, type Unit } from './units';
import type { AnchorMap, WordAnchor } from './wordAnchor';
import type { Said, WordReviewWords } from './wordReviewWords';

/** What one document says over what was sent; `remarks` tells which remark of the file became which change. */
export type DocumentChanges = { changes: ReviewChange[]; remarks: { comment: ReviewedComment; changeId: ChangeId }[] };

type Input = { sent: ReviewedDocument; document: ReviewedDocument; anchors: AnchorMap; words: WordReviewWords; list: ChangeList };

/** Every tracked change, untracked edit and remark of a document. */
export function takeDocument(input: Input): DocumentChanges {
  return new DocumentTaker(input).take();
}

type Place = { anchor: ReviewAnchor };
type RemarkRange = { start: Place & { at: number; target: Target | null }; end: { at: number; target: Target | null } | null };

class DocumentTaker {
  private readonly taking: Taking;
  private readonly sentUnits: Unit[];
  private readonly targets: (Target | null)[];
  private readonly ranges = new Map<string, RemarkRange>();
  private readonly remarks: DocumentChanges['remarks'] = [];
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
      noteEnd: (end, target, inside) => this.noteEnd(end, target, inside),
    };
  }

  take(): DocumentChanges {
    const units = toUnits(this.input.document.blocks);
    const { pairs, joined } = pairUnits(this.sentUnits, units);
    let previous = -1;
    for (const { unit, s } of pairs) {
      if (s === null) this.takeNew(unit, previous);
      else {
        previous = s;
        this.takePair(unit, s, joined.has(s));
      }
    }
    const found = new Set(pairs.map(({ s }) => s));
    this.sentUnits.forEach((unit, s) => {
      if (!found.has(s)) this.takeMissing(unit, s);
    });
    this.takeStories();
    this.takeRemarks();
    this.listRest();
    return { changes: this.input.list.changes, remarks: this.remarks };
  }

  private takePair(unit: Unit, s: number, isJoined: boolean): void {
    const sent = this.sentUnits[s]!;
    if (unit.type === 'text') {
      takeText(this.taking, this.targets[s]!, unit, isJoined);
      return;
    }
    const anchor = this.findTableAnchor(sent as TableUnit);
    if (anchor) {
      takeTable(this.taking, anchor, (sent as TableUnit).table, unit.table, (blocks, place) => this.noteBlocks(blocks, place));
      return;
    }
    const place = createNowhere(unit.text);
    if (unit.text !== sent.text) addRemark(this.taking, this.input.list.makerOf(null), place, this.input.words.inserted(unit.text), []);
    this.noteBlocks([unit.table], place);
  }

  private findTableAnchor(unit: TableUnit): Extract<WordAnchor, { kind: 'table' }> | null {
    const tag = unit.tags.find((one) => this.input.anchors.anchors[one]?.kind === 'table');
    return tag === undefined ? null : (this.input.anchors.anchors[tag] as Extract<WordAnchor, { kind: 'table' }>);
  }

  /** A paragraph or table that was not in what was sent. */
  private takeNew(unit: Unit, previous: number): void {
    const { list, words } = this.input;
    if (unit.type === 'table') {
      const home = this.findHome(previous);
      const anchor = home ? { questionId: home.questionId, blockId: home.blockId, from: 0, to: 0, quote: '' } : createNowhere(unit.text);
      const revisions = listRevisions([unit.table]);
      const text = unit.text === '' ? (revisions[0]?.text ?? '') : unit.text;
      addRemark(this.taking, list.makerOf(revisions[0]), anchor, words.inserted(text), revisions);
      this.noteBlocks([unit.table], anchor);
      return;
    }
    const paragraph = unit.paragraphs[0]!;
    const pieces = unit.paragraphs.flatMap((one) => one.pieces);
    const revisions = [...(unit.proposed ?? []), ...listRevisions(unit.paragraphs)];
    const texts = pieces.flatMap((piece): InsertedText[] =>
      piece.type === 'text' ? [{ ...piece, deleted: piece.inserted.length > 0 || !unit.proposed ? piece.deleted : [] }] : [],
    );
    const text = texts.map((one) => one.text).join('');
    const home = this.findHome(previous);
    const by = list.makerOf(unit.proposed?.[0] ?? revisions[0]);
    if (text.trim() === '') {
      if (pieces.some(({ type }) => type === 'object') && revisions.length > 0) {
        const anchor = home ? { questionId: home.questionId, blockId: home.blockId, from: 0, to: 0, quote: '' } : createNowhere('');
        addRemark(this.taking, by, anchor, words.objectInserted(), revisions);
      }
      list.account(revisions);
      this.noteBlocks(
        unit.paragraphs,
        home ? { questionId: home.questionId, blockId: home.blockId, from: 0, to: 0, quote: '' } : createNowhere(''),
      );
      return;
    }
    if (!home) {
      const anchor = createNowhere(text);
      addRemark(this.taking, by, anchor, words.inserted(text), revisions);
      this.noteBlocks(unit.paragraphs, anchor);
      return;
    }
    const anchor: ReviewAnchor = { questionId: home.questionId, blockId: home.blockId, from: 0, to: 0, quote: '', order: this.order++ };
    const form = paragraph.form;
    const inlines = toInlines(texts, this.taking.figures);
    const changeId = list.add(
      {
        by,
        anchor,
        words: `insertBlock ${text}`,
        build: (makeBlockId) => ({ kind: 'insertBlock', sectionId: home.sectionId, block: createBlock(form, makeBlockId(), inlines) }),
      },
      revisions.filter((revision) => !texts.some(({ deleted }) => deleted.includes(revision))),
    );
    takeInside(this.taking, anchor, changeId, texts);
    overrideMoved(this.taking, anchor, texts, by);
    this.noteBlocks(unit.paragraphs, { ...anchor, inside: changeId });
  }

  /** Where a new block belongs: behind the block of a reply before it, or at the head of the section that follows. */
  private findHome(
    previous: number,
  ): { questionId: NonNullable<ReviewAnchor['questionId']>; sectionId: SectionId; blockId: BlockId | null } | null {
    const anchorAt = (s: number) => {
      const unit = this.sentUnits[s];
      if (!unit) return null;
      return unit.type === 'text' ? this.targets[s]!.anchor : this.findTableAnchor(unit);
    };
    const before = anchorAt(previous);
    if (before && 'sectionId' in before) {
      const blockId = before.kind === 'text' ? before.block.blockId : before.kind === 'section' ? null : before.blockId;
      return { questionId: before.questionId, sectionId: before.sectionId, blockId };
    }
    for (const [step, from] of [
      [1, previous + 1],
      [-1, previous - 1],
    ] as const) {
      const next = anchorAt(from);
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

  /** Headers, footers and notes have no place in a reply: what was done to them is told. */
  private takeStories(): void {
    const { sent, document, list, words } = this.input;
    const former = sent.stories.filter(({ kind }) => kind !== 'note').map(({ blocks }) => readPlain(blocks));
    for (const { kind, blocks } of document.stories) {
      const text = readPlain(blocks);
      this.noteBlocks(blocks, createNowhere(text));
      const [revision] = listRevisions(blocks).filter((one) => !list.isAccounted(one));
      // Page numbers are counted anew by every editor.
      if (kind === 'note' || revision !== undefined || text.replace(/[\d\s]/g, '') === '' || former.includes(text)) continue;
      addRemark(this.taking, list.makerOf(null), createNowhere(text), words.inStory(kind, words.inserted(text)), []);
    }
  }

  private noteEnd({ comment, isStart, at, inside }: RemarkEnd, target: Target, insideId: ChangeId | null): void {
    const range = this.ranges.get(comment);
    if (isStart) {
      if (range) return;
      const place = target.place(at, at);
      const anchor = insideId && inside ? { ...place, inside: insideId, from: inside.offset, to: inside.offset, quote: '' } : place;
      this.ranges.set(comment, { start: { anchor, at, target }, end: null });
    } else if (range && range.end === null) range.end = { at, target };
  }

  /** Remarks among blocks that belong to one place as a whole. */
  private noteBlocks(blocks: readonly ReviewedBlock[], anchor: ReviewAnchor): void {
    for (const block of blocks) {
      if (block.type === 'table') {
        for (const row of block.rows) for (const cell of row.cells) this.noteBlocks(cell.blocks, anchor);
        continue;
      }
      for (const piece of block.pieces) {
        if (piece.type === 'commentStart' && !this.ranges.has(piece.comment))
          this.ranges.set(piece.comment, { start: { anchor, at: 0, target: null }, end: null });
      }
    }
  }

  /** Every remark of the file as a change: at its range, answering the one it answers. */
  private takeRemarks(): void {
    const { document, list, words } = this.input;
    const ids = new Map<string, ChangeId>();
    const takeRemark = (comment: ReviewedComment, path: readonly string[]): ChangeId => {
      const known = ids.get(comment.id);
      if (known !== undefined) return known;
      const parent = document.comments.find(({ id }) => id === comment.parent);
      const replyTo = parent && !path.includes(parent.id) ? takeRemark(parent, [...path, comment.id]) : null;
      const own = this.ranges.get(comment.id) ?? (parent && this.ranges.get(parent.id));
      const anchor = own ? getRangeAnchor(own) : createNowhere('');
      const author = comment.author.trim() || words.unknownAuthor();
      const by = { author, at: comment.at ?? list.makerOf(null).at, isTracked: true };
      const { text } = comment;
      const changeId = list.add({ by, anchor, words: `comment ${text}`, build: () => ({ kind: 'comment', text, replyTo }) }, []);
      ids.set(comment.id, changeId);
      this.remarks.push({ comment, changeId });
      return changeId;
    };
    for (const comment of document.comments) takeRemark(comment, []);
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

function getRangeAnchor({ start, end }: RemarkRange): ReviewAnchor {
  const { anchor, at, target } = start;
  if (anchor.inside !== undefined || target === null) return anchor;
  const to = end === null ? at : end.target === target ? Math.max(at, end.at) : target.text.length;
  return target.place(at, to);
}

/** No place in the project. */
function createNowhere(quote: string): ReviewAnchor {
  return { questionId: null, blockId: null, from: 0, to: 0, quote };
}

function readPlain(blocks: readonly ReviewedBlock[]): string {
  return toUnits(blocks)
    .map(({ text }) => text)
    .join('\n');
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
