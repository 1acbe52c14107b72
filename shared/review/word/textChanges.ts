import { BLANK } from '../../document/filingWords';
import type { BlockId, ChangeId, FigureId } from '../../domain/ids';
import { type Block, FOOTNOTE_MARK, type HeadingLevel, type Inline, type TextBlock } from '../../domain/reply';
import type { ReviewAnchor } from '../../domain/review';
import { joinRuns } from '../inlineSlices';
import type { ChangeList, Maker } from './changeList';
import { separateFigureEdits } from './figureEdits';
import type { ParagraphForm, Revision } from './reviewedDocument';
import type { Target } from './targets';
import { listToldEdits } from './toldEdits';
import { type InsertedText, readEdits, type RemarkEnd, type TextEdit } from './textEdits';
import type { TextUnit } from './units';
import type { WordAnchor } from './wordAnchor';
import type { Said, WordReviewWords } from './wordReviewWords';
import { addTo } from '../../util/multimap';

/** What taking changes out of paragraphs needs besides them. */
export type Taking = {
  list: ChangeList;
  words: WordReviewWords;
  /** Every figure of the sent document by tag: which, what it showed, and where it stands. */
  figures: ReadonlyMap<string, { figureId: FigureId; shown: string; anchor: ReviewAnchor }>;
  /** Where remarks begin and end; what they stand in may be another change. */
  noteEnd(end: RemarkEnd, target: Target, inside: ChangeId | null): void;
};

/** Takes what was done to a paragraph: changes of a reply's text, remarks in words anywhere else. */
export function takeText(taking: Taking, target: Target, unit: TextUnit, isJoinedUntracked: boolean): void {
  const { edits, ends } = readEdits(target, unit);
  const made = new Map<TextEdit, ChangeId>();
  if (target.anchor?.kind === 'text') new BlockTaker(taking, target, unit, made).take(edits, isJoinedUntracked);
  else if (target.anchor?.kind === 'section' && target.text === BLANK) fillSection(taking, target.anchor, unit, edits, made);
  else {
    describeEdits(taking, target, edits, made);
    describeForm(taking, target, unit);
  }
  for (const end of ends) taking.noteEnd(end, target, end.inside ? (made.get(end.inside.edit) ?? null) : null);
}

class BlockTaker {
  private order = 0;

  constructor(
    private readonly taking: Taking,
    private readonly target: Target,
    private readonly unit: TextUnit,
    private readonly made: Map<TextEdit, ChangeId>,
  ) {}

  take(edits: readonly TextEdit[], isJoinedUntracked: boolean): void {
    const { target, taking } = this;
    const { list } = taking;
    const last = this.unit.paragraphs.at(-1)!;
    const [mark] = last.mark.deleted;
    let rest = [...edits];
    if (mark && isAllDeleted(target.text, edits)) {
      const deletions = edits.filter((edit) => edit.kind === 'delete');
      const revisions = [...last.mark.deleted, ...deletions.flatMap((edit) => edit.revisions)];
      this.add(list.makerOf(mark), target.place(0, target.text.length), 'deleteBlock', () => ({ kind: 'deleteBlock' }), revisions);
      rest = edits.filter((edit) => edit.kind !== 'delete');
    } else if (mark || isJoinedUntracked) {
      const end = target.place(target.text.length, target.text.length);
      this.add(list.makerOf(mark), end, 'joinBlock', () => ({ kind: 'joinBlock' }), last.mark.deleted);
    }
    const told = listToldEdits(target, rest);
    describeEdits(taking, target, told, this.made);
    const separated = separateFigureEdits(
      target.text,
      target.figures,
      rest.filter((edit) => !told.includes(edit)),
    );
    for (const { figure, proposed, revision, revisions } of separated.figureEdits) {
      const shown = target.text.slice(figure.from, figure.to);
      const { figureId } = target.figures.find(({ tag }) => tag === figure.tag)!;
      if (proposed === shown) list.account(revisions);
      else {
        const anchor = target.place(figure.from, figure.to);
        this.add(
          list.makerOf(revision),
          anchor,
          `overrideFigure ${proposed}`,
          () => ({ kind: 'overrideFigure', figureId, shown, proposed }),
          revisions,
        );
      }
    }
    const looks = new Map<string, Extract<TextEdit, { kind: 'look' }>[]>();
    for (const edit of separated.edits) {
      if (edit.kind === 'look') {
        const author = edit.revision?.author ?? '';
        addTo(looks, author, edit);
      } else this.takeEdit(edit);
    }
    for (const own of looks.values()) this.remarkLook(own);
    this.takeForm(last);
  }

  private takeEdit(edit: Exclude<TextEdit, { kind: 'look' }>): void {
    const { taking, target } = this;
    const by = taking.list.makerOf(edit.revision);
    const order = this.order++;
    switch (edit.kind) {
      case 'delete': {
        const words = target.text.slice(edit.from, edit.to);
        this.made.set(
          edit,
          this.add(by, target.place(edit.from, edit.to), `delete ${words}`, () => ({ kind: 'delete' }), edit.revisions),
        );
        return;
      }
      case 'insert': {
        const anchor = { ...target.place(edit.at, edit.at), order };
        const inlines = toInlines(edit.texts, taking.figures);
        const words = edit.texts.map(({ text }) => text).join('');
        const changeId = this.add(by, anchor, `insert ${words}`, () => ({ kind: 'insert', inlines }), edit.revisions);
        this.made.set(edit, changeId);
        takeInside(taking, anchor, changeId, edit.texts);
        overrideMoved(taking, anchor, edit.texts, by);
        return;
      }
      case 'format': {
        const { style } = edit;
        const words = `format ${JSON.stringify(style)}`;
        this.made.set(
          edit,
          this.add(by, target.place(edit.from, edit.to), words, () => ({ kind: 'format', style }), edit.revisions),
        );
        return;
      }
      case 'split': {
        const anchor = { ...target.place(edit.at, edit.at), order };
        this.add(by, anchor, 'splitBlock', (makeBlockId) => ({ kind: 'splitBlock', newBlockId: makeBlockId() }), edit.revisions);
        return;
      }
      case 'note': {
        const gone = this.add(
          by,
          target.place(edit.at, edit.at + 1),
          `delete ${FOOTNOTE_MARK}`,
          () => ({ kind: 'delete' }),
          edit.revisions,
        );
        const anchor = { ...target.place(edit.at + 1, edit.at + 1), order };
        const inlines: Inline[] = [{ type: 'footnote', note: edit.note }];
        this.add(by, anchor, `insert footnote ${edit.note}`, () => ({ kind: 'insert', inlines }), []);
        this.made.set(edit, gone);
        return;
      }
      case 'object':
        addRemark(
          taking,
          by,
          target.place(edit.at, edit.at),
          edit.isInserted ? taking.words.objectInserted() : taking.words.objectDeleted(),
          edit.revisions,
        );
    }
  }

  /** Looks a reply does not know, said once for a paragraph. */
  private remarkLook(looks: readonly Extract<TextEdit, { kind: 'look' }>[]): void {
    const { taking, target } = this;
    const [first] = looks;
    const text = taking.words.look(looks.map(({ from, to }) => target.text.slice(from, to)).join('…'));
    const revisions = looks.flatMap((look) => look.revisions);
    addRemark(taking, taking.list.makerOf(first!.revision), target.place(first!.from, looks.at(-1)!.to), text, revisions);
  }

  private takeForm({ formChange, form, layout }: TextUnit['paragraphs'][number]): void {
    const { taking, target } = this;
    const whole = target.place(0, target.text.length);
    if (target.anchor?.kind !== 'text') return;
    const { block } = target.anchor;
    const wanted = applyForm(block, formChange?.before ?? target.form, form);
    const revisions = [...(formChange ? [formChange.revision] : []), ...layout];
    const by = taking.list.makerOf(formChange?.revision ?? layout[0]);
    if (wanted)
      this.add(by, whole, `setBlock ${JSON.stringify({ ...wanted, inlines: [] })}`, () => ({ kind: 'setBlock', block: wanted }), revisions);
    else if (revisions.length > 0) addRemark(taking, by, whole, taking.words.form(), revisions);
  }

  private add(
    by: Maker,
    anchor: ReviewAnchor,
    words: string,
    build: Parameters<ChangeList['add']>[0]['build'],
    revisions: readonly Revision[],
  ): ChangeId {
    return this.taking.list.add({ by, anchor, words, build }, revisions);
  }
}

/** Adds a remark in words. */
export function addRemark(
  { list }: Taking,
  by: Maker,
  anchor: ReviewAnchor,
  { text, key }: Said,
  revisions: readonly Revision[],
): ChangeId {
  return list.add({ by, anchor, words: `told ${anchor.quote} ${key}`, build: () => ({ kind: 'comment', text, replyTo: null }) }, revisions);
}

/** What others would take out of what an author put in, or give another look. */
export function takeInside(taking: Taking, anchor: ReviewAnchor, inside: ChangeId, texts: readonly InsertedText[]): void {
  const { list, words } = taking;
  let offset = 0;
  for (const { text, deleted, restyled } of texts) {
    const from = offset;
    offset += text.length;
    const { questionId, blockId } = anchor;
    const place: ReviewAnchor = { questionId, blockId, from, to: offset, quote: text, inside };
    if (restyled) {
      const { style, revision } = restyled;
      const by = list.makerOf(revision);
      if (Object.keys(style).length === 0) addRemark(taking, by, place, words.look(text), [revision]);
      else list.add({ by, anchor: place, words: `format ${JSON.stringify(style)}`, build: () => ({ kind: 'format', style }) }, [revision]);
    }
    const [revision] = deleted;
    if (revision)
      list.add({ by: list.makerOf(revision), anchor: place, words: `delete ${text}`, build: () => ({ kind: 'delete' }) }, deleted);
  }
}

/** A figure that was moved or copied, and says something else in its new place. */
export function overrideMoved({ list, figures }: Taking, anchor: ReviewAnchor, texts: readonly InsertedText[], by: Maker): void {
  for (const { figure, text } of texts) {
    const home = figure === null ? undefined : figures.get(figure);
    if (!home || text === home.shown || !/\d/.test(text)) continue;
    const { figureId, shown } = home;
    const words = `overrideFigure ${text} ${anchor.blockId} ${anchor.from}`;
    list.add({ by, anchor: home.anchor, words, build: () => ({ kind: 'overrideFigure', figureId, shown, proposed: text }) }, []);
  }
}

/** What is written in the blank of a section nobody has answered is its first paragraph. */
function fillSection(
  { list, figures }: Taking,
  { questionId, sectionId }: Extract<WordAnchor, { kind: 'section' }>,
  unit: TextUnit,
  edits: readonly TextEdit[],
  made: Map<TextEdit, ChangeId>,
): void {
  const { form } = unit.paragraphs.at(-1)!;
  for (const [order, edit] of edits.entries()) {
    if (edit.kind !== 'insert') {
      list.account(edit.revisions);
      continue;
    }
    const anchor: ReviewAnchor = { questionId, blockId: null, from: 0, to: 0, quote: '', order };
    const inlines = toInlines(edit.texts, figures);
    const words = `insertBlock ${edit.texts.map(({ text }) => text).join('')}`;
    const build = (makeBlockId: () => BlockId) => ({
      kind: 'insertBlock' as const,
      sectionId,
      block: createBlock(form, makeBlockId(), inlines),
    });
    made.set(edit, list.add({ by: list.makerOf(edit.revision), anchor, words, build }, edit.revisions));
  }
}

/** Edits where a reply has no text of its own, in words. */
function describeEdits(taking: Taking, target: Target, edits: readonly TextEdit[], made: Map<TextEdit, ChangeId>): void {
  const { list, words } = taking;
  for (const edit of edits) {
    const text = describeEdit(edit, target.text, words);
    const [from, to] = 'at' in edit ? [edit.at, edit.at] : [edit.from, edit.to];
    made.set(edit, addRemark(taking, list.makerOf(edit.revision), target.place(from, to), text, edit.revisions));
    if (edit.kind === 'insert') list.account(edit.texts.flatMap(({ deleted }) => deleted));
  }
}

function describeForm(taking: Taking, target: Target, unit: TextUnit): void {
  const { list, words } = taking;
  const last = unit.paragraphs.at(-1)!;
  const whole = target.place(0, target.text.length);
  if (last.mark.deleted.length > 0) addRemark(taking, list.makerOf(last.mark.deleted[0]), whole, words.joined(), last.mark.deleted);
  const form = [...(last.formChange ? [last.formChange.revision] : []), ...last.layout];
  if (form.length > 0) addRemark(taking, list.makerOf(form[0]), whole, words.form(), form);
}

function describeEdit(edit: TextEdit, text: string, words: WordReviewWords): Said {
  switch (edit.kind) {
    case 'delete':
      return words.deleted(text.slice(edit.from, edit.to));
    case 'insert':
      return words.inserted(edit.texts.map((one) => one.text).join(''));
    case 'format':
      return words.style(text.slice(edit.from, edit.to));
    case 'look':
      return words.look(text.slice(edit.from, edit.to));
    case 'split':
      return words.split();
    case 'note':
      return words.inStory('note', words.inserted(edit.note));
    case 'object':
      return edit.isInserted ? words.objectInserted() : words.objectDeleted();
  }
}

/** Inserted text as a reply holds it. A figure stays one as long as it says what it said. */
export function toInlines(texts: readonly InsertedText[], figures: Taking['figures']): Inline[] {
  const inlines = texts.flatMap(({ text, style, figure, note }): Inline[] => {
    if (note !== undefined) return [{ type: 'footnote', note }];
    const home = figure === null ? undefined : figures.get(figure);
    if (home && home.shown === text) return [{ type: 'figure', figureId: home.figureId, text }];
    const { bold, italic, underline, sub, sup } = style;
    const look = {
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(sub && { sub }),
      ...(sup && { sup }),
    };
    return text
      .replaceAll(FOOTNOTE_MARK, '')
      .split(/(\n)/)
      .flatMap((part): Inline[] => (part === '' ? [] : [part === '\n' ? { type: 'break' } : { type: 'text', text: part, ...look }]));
  });
  return joinRuns(inlines);
}

function isAllDeleted(text: string, edits: readonly TextEdit[]): boolean {
  let covered = 0;
  for (const edit of edits) if (edit.kind === 'delete' && edit.revision) covered += edit.to - edit.from;
  return covered >= text.length;
}

/** The block in the form a reviewer gave its paragraph; null where that is no other form of a reply. */
function applyForm(block: TextBlock, before: ParagraphForm, after: ParagraphForm): Block | null {
  const isSameList = before.list?.kind === after.list?.kind && before.list?.depth === after.list?.depth;
  if (before.level === after.level && before.align === after.align && isSameList) return null;
  const wanted = createBlock(after, block.blockId, block.inlines);
  if (wanted.type === 'listItem' && block.type === 'listItem')
    return wanted.kind === block.kind && wanted.depth === block.depth ? null : wanted;
  if (wanted.type === 'heading' && block.type === 'heading') return wanted.level === block.level ? null : wanted;
  if (wanted.type === 'paragraph' && block.type === 'paragraph') return wanted.align === block.align ? null : wanted;
  return wanted.type === block.type ? null : wanted;
}

/** A block of a reply in the form of a Word paragraph. */
export function createBlock({ level, list, align }: ParagraphForm, blockId: Block['blockId'], inlines: Inline[]): TextBlock {
  if (level !== null) return { type: 'heading', blockId, level: Math.min(Math.max(level, 2), 6) as HeadingLevel, inlines };
  if (list) return { type: 'listItem', blockId, ...list, inlines };
  return { type: 'paragraph', blockId, inlines, ...(align && align !== 'left' && { align }) };
}
