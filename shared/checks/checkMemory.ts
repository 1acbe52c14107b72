import type { DataTable } from '../domain/dataTable';
import type { Finding } from '../domain/finding';
import type { QuestionId, TableId } from '../domain/ids';
import type { ProjectSnapshot } from '../domain/snapshot';
import { buildCellIndex, type CellIndex, renewCellIndex } from '../figures/cellIndex';
import { checkReply } from './checkReply';
import { listVerifying } from './document/verifierNumbers';
import { checkTable } from './checkTables';
import { checkBrokenReferences } from './document/brokenReferences';
import { checkHeadingReferences } from './document/crossReferences';
import { checkContradictedClaims } from './document/contradictedClaims';
import { checkEntityNames } from './document/entityNames';
import { checkDatedEvents } from './document/datedEvents';
import { checkDefinedTerms } from './document/definedTerms';
import { checkLetterName } from './document/letterName';
import { SeriesMemory } from './document/seriesMemory';
import { readStatedAmounts } from './document/readStatedAmounts';
import { StatedTwice } from './document/statedTwice';
import { offerTailSentence, saysTails } from './document/tailDifference';
import { ProseNumbers } from './document/proseNumbers';
import { hasSameWords, listChangedAmounts, type NearTable } from './document/textAgainstTable';
import { findFigures } from '../figures/findFigures';
import { MetricNames } from '../figures/metricNames';
import { listFormulaCells } from '../figures/listFormulaCells';
import { orderFindings } from './orderFindings';
import { listProse, type ProseBlock } from './prose/proseBlock';
import { listShownTables, mapShownTables, type ShownTable } from './shownTables';

/** What a piece of the checks is about. */
export type CheckSubject = 'table' | 'reply' | 'document';

/** What of a project changed since it was last checked. */
export type CheckChanges = { tableIds: ReadonlySet<TableId>; questionIds: ReadonlySet<QuestionId> };

/** After so many changed numbers every reply is checked again. */
const MOST_AMOUNTS = 400;

type Part = { subject: CheckSubject; run: () => Finding[] };

/**
 * The checks of one project, kept so that a change costs what rests on it and no more. Every piece of a few milliseconds waits until `runNext` is called;
 * when none waits, `listFindings` says what `runChecks` says of the same snapshot.
 */
export class CheckMemory {
  #snapshot: ProjectSnapshot;
  #index: CellIndex;
  #shownIn: ReadonlyMap<TableId, QuestionId>;
  readonly #indexed = new Map<TableId, DataTable | null>();
  /** Whether the document says already why totals differ in their last digit; null while that is not known. */
  #saysTails: boolean | null = null;
  readonly #prose = new Map<QuestionId, ProseBlock[]>();
  readonly #shown = new Map<QuestionId, ShownTable[]>();
  readonly #names: MetricNames;
  readonly #series: SeriesMemory;
  readonly #numbers = new ProseNumbers();
  readonly #stated = new StatedTwice();
  readonly #order = new Map<TableId, number>();
  readonly #found = new Map<string, Finding[]>();
  readonly #waiting = new Map<string, Part>();

  /** Nothing is checked yet: every piece waits. `index` holds the snapshot's tables; a large one is built in slices before. */
  constructor(snapshot: ProjectSnapshot, index: CellIndex = buildCellIndex(snapshot.tables.values())) {
    this.#snapshot = snapshot;
    this.#names = new MetricNames(snapshot.aliases ?? []);
    this.#series = new SeriesMemory(this.#names);
    this.#index = index;
    this.#shownIn = mapShownTables(snapshot.replies);
    this.#readReplies(snapshot.replies.map(({ questionId }) => questionId));
    this.#awaitNames();
    this.#await(
      snapshot.tables.keys(),
      snapshot.replies.map(({ questionId }) => questionId),
    );
  }

  get snapshot(): ProjectSnapshot {
    return this.#snapshot;
  }

  /** How many pieces wait. */
  get waiting(): number {
    return this.#waiting.size;
  }

  /** Takes the project as it now is; what rests on a changed table or reply waits to be checked again. */
  change(snapshot: ProjectSnapshot, { tableIds, questionIds }: CheckChanges): void {
    const old = this.#snapshot;
    this.#snapshot = snapshot;
    for (const tableId of tableIds) this.#indexed.set(tableId, snapshot.tables.get(tableId) ?? null);
    if (tableIds.size > 0) this.#index = renewCellIndex(this.#index, this.#indexed);
    const shownBefore = this.#shownIn;
    if (questionIds.size > 0) this.#shownIn = mapShownTables(snapshot.replies);
    const moved = [...snapshot.tables.keys()].filter((tableId) => this.#shownIn.get(tableId) !== shownBefore.get(tableId));
    const concerned = this.#listConcerned(tableIds, questionIds);
    const amounts = [
      ...[...tableIds].flatMap((tableId) => listChangedAmounts(old.tables.get(tableId), snapshot.tables.get(tableId))),
      ...moved.flatMap((tableId) => listChangedAmounts(undefined, snapshot.tables.get(tableId))),
    ];
    const sameWords = [...tableIds].every((tableId) => hasSameWords(old.tables.get(tableId), snapshot.tables.get(tableId)));
    const newWords = this.#readReplies(concerned);
    const newTerms = JSON.stringify(old.definedTerms) !== JSON.stringify(snapshot.definedTerms);
    if (newWords || newTerms || !sameWords || old.replies.length !== snapshot.replies.length) this.#awaitNames();
    this.#forget(old);
    const reached =
      amounts.length > MOST_AMOUNTS ? snapshot.replies.map(({ questionId }) => questionId) : this.#numbers.listConcerned(amounts);
    this.#await([...tableIds, ...moved], [...new Set([...concerned, ...reached])]);
  }

  /** Checks one waiting piece, those about `except` left out; null when none waits. */
  runNext(except?: CheckSubject): CheckSubject | null {
    for (const [key, { subject, run }] of this.#waiting) {
      if (subject === except) continue;
      this.#waiting.delete(key);
      this.#found.set(key, run());
      return subject;
    }
    return null;
  }

  /** What was found so far, worst first. */
  listFindings(): Finding[] {
    const { tables, replies } = this.#snapshot;
    const of = (key: string) => this.#found.get(key) ?? [];
    return orderFindings([
      ...[...tables.keys()].flatMap((tableId) => of(`table ${tableId}`)),
      ...replies.flatMap(({ questionId }) => of(`reply ${questionId}`)),
      ...this.#series.listFindings((tableId) => this.#order.get(tableId)!),
      ...this.#stated.listFindings(replies.map(({ questionId }) => questionId)),
      ...of('names'),
      ...of('tails'),
    ]);
  }

  /** The replies a change reaches: those that changed, those that show a changed table, and those with a figure of one. */
  #listConcerned(tableIds: ReadonlySet<TableId>, questionIds: ReadonlySet<QuestionId>): QuestionId[] {
    if (tableIds.size === 0) return [...questionIds];
    const concerned = new Set(questionIds);
    for (const [questionId, shown] of this.#shown)
      if (shown.some(({ near }) => tableIds.has(near.table.tableId))) concerned.add(questionId);
    for (const { questionId, formula } of this.#snapshot.figures.values()) {
      if (!concerned.has(questionId) && listFormulaCells(formula).some(({ tableId }) => tableIds.has(tableId))) concerned.add(questionId);
    }
    return [...concerned];
  }

  /** Reads replies again; true where more than numbers changed in one. */
  #readReplies(questionIds: Iterable<QuestionId>): boolean {
    let newWords = false;
    for (const questionId of questionIds) {
      const reply = this.#snapshot.replies.find((candidate) => candidate.questionId === questionId);
      if (!reply) continue;
      const prose = listProse(reply);
      newWords ||= maskDigits(this.#prose.get(questionId)) !== maskDigits(prose);
      this.#prose.set(questionId, prose);
      const asked = this.#snapshot.letters.flatMap(({ questions }) => questions).find((question) => question.questionId === questionId);
      const question = { questionId, text: asked?.text ?? '', figures: findFigures(asked?.text ?? '') };
      this.#numbers.put(questionId, [...prose.flatMap((block) => block.figures), ...question.figures]);
      const verifying = listVerifying(reply);
      this.#stated.put(questionId, [
        ...readStatedAmounts(question, 'letter', this.#names),
        ...prose.flatMap((block) => readStatedAmounts(block, verifying.has(block.blockId) ? 'verifier' : 'company', this.#names)),
      ]);
      this.#shown.set(questionId, listShownTables(reply, this.#snapshot.tables));
    }
    return newWords;
  }

  #await(tableIds: Iterable<TableId>, questionIds: readonly QuestionId[]): void {
    let order = 0;
    this.#order.clear();
    for (const tableId of this.#snapshot.tables.keys()) this.#order.set(tableId, order++);
    let tables = 0;
    for (const tableId of tableIds) {
      if (!this.#snapshot.tables.has(tableId)) continue;
      tables++;
      this.#waiting.set(`table ${tableId}`, { subject: 'table', run: () => this.#checkTable(tableId) });
    }
    for (const questionId of questionIds)
      this.#waiting.set(`reply ${questionId}`, { subject: 'reply', run: () => this.#checkReply(questionId) });
    if (questionIds.length + tables > 0) this.#waiting.set('tails', { subject: 'document', run: () => this.#checkTails() });
  }

  #checkTable(tableId: TableId): Finding[] {
    const table = this.#snapshot.tables.get(tableId);
    if (!table) return [];
    this.#series.put(table, (id) => this.#order.get(id)!, this.#shownIn);
    return checkTable(table, this.#shownIn.get(tableId));
  }

  #checkReply(questionId: QuestionId): Finding[] {
    const reply = this.#snapshot.replies.find((candidate) => candidate.questionId === questionId);
    if (!reply) return [];
    const shown = this.#shown.get(questionId) ?? [];
    const own = new Set(shown.map(({ near }) => near.table.tableId));
    const far = new Map<TableId, NearTable>();
    for (const each of this.#shown.values()) {
      for (const { near } of each) if (!own.has(near.table.tableId)) far.set(near.table.tableId, near);
    }
    return checkReply(reply, this.#prose.get(questionId) ?? [], {
      snapshot: this.#snapshot,
      index: this.#index,
      names: this.#names,
      shown,
      far,
    });
  }

  #awaitNames(): void {
    this.#saysTails = null;
    this.#waiting.set('names', { subject: 'document', run: () => this.#checkNames() });
  }

  #checkNames(): Finding[] {
    const prose = this.#listProse();
    return [
      ...checkLetterName(this.#snapshot, prose),
      ...checkHeadingReferences(prose),
      ...checkBrokenReferences(this.#snapshot),
      ...checkDefinedTerms(this.#snapshot),
      ...checkDatedEvents(prose),
      ...checkContradictedClaims(prose),
      ...checkEntityNames(prose, listTableTexts(this.#snapshot)),
    ];
  }

  #checkTails(): Finding[] {
    const { tables, details } = this.#snapshot;
    this.#saysTails ??= saysTails(details.preamble) || this.#listProse().some((block) => saysTails(block.text));
    return this.#saysTails ? [] : offerTailSentence([...tables.values()], this.#shownIn);
  }

  #listProse(): ProseBlock[] {
    return this.#snapshot.replies.flatMap(({ questionId }) => this.#prose.get(questionId) ?? []);
  }

  /** Forgets the replies and tables of the reading before that are no more. */
  #forget(old: ProjectSnapshot): void {
    const kept = new Set(this.#snapshot.replies.map(({ questionId }) => questionId));
    for (const { questionId } of old.replies) {
      if (kept.has(questionId)) continue;
      this.#prose.delete(questionId);
      this.#shown.delete(questionId);
      this.#numbers.remove(questionId);
      this.#stated.remove(questionId);
      this.#found.delete(`reply ${questionId}`);
    }
    for (const tableId of old.tables.keys()) {
      if (this.#snapshot.tables.has(tableId)) continue;
      this.#series.remove(tableId);
      this.#found.delete(`table ${tableId}`);
    }
  }
}

/** A reply's words with every digit alike but those of dates, so that a changed number is no change of words. */
function maskDigits(prose: readonly ProseBlock[] | undefined): string | null {
  return prose ? prose.map((block) => `${block.blockId}${block.text.replace(/\d+(?!\s{0,2}[\d年月日])/g, '0')}`).join('\n') : null;
}

function listTableTexts({ tables }: ProjectSnapshot): Set<string> {
  return new Set(
    [...tables.values()].flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text.replace(/\s+/g, '')))),
  );
}
