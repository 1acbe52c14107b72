import { type BlockId, type ChangeId, newId } from '../../../shared/domain/ids';
import type { Recording, ResultAtom, ResultEnd, ResultInline } from './EditRecorder';
import { type BlockShell, joinMarked, type MarkedBlock, type MarkedInline, plainBlock, toShell } from './markedReply';
import type { ReviewLedger } from './ReviewLedger';

type Row = { inlines: ResultInline[]; end: ResultEnd };

/** The blocks that a row of atoms makes, and where each atom of the edited blocks stands in them. */
export function assembleBlocks(
  atoms: readonly ResultAtom[],
  before: readonly MarkedBlock[],
  after: readonly MarkedBlock[],
  { ledger, isRevising }: Recording,
): { blocks: MarkedBlock[]; places: number[] } {
  let rows = joinOwnBlocks(toRows(atoms), ledger);
  const assembly = new Assembly(before, after, ledger, isRevising);
  const blocks: MarkedBlock[] = [];
  const chains = toChains(rows, assembly);
  rows = chains.flat();
  for (const chain of chains) blocks.push(...assembly.build(chain));
  const places: number[] = [];
  let place = 0;
  for (const row of rows) {
    for (const atom of [...row.inlines, row.end]) {
      if (atom.after !== null) places[atom.after] = place;
      place++;
    }
  }
  // The end of a block of our own that was joined with the text before it went with the join.
  for (let index = 0; index < places.length; index++) places[index] ??= (places[index - 1] ?? -1) + 1;
  return { blocks, places };
}

/** Rows that make one block, cut or not. A table put in the middle of a paragraph comes to stand behind the whole of it. */
function toChains(rows: readonly Row[], assembly: Assembly): Row[][] {
  const chains: Row[][] = [];
  let chain: Row[] = [];
  let objects: Row[][] = [];
  for (const row of rows) {
    const kind = assembly.classify(row, chain.length === 0);
    if (chain.length > 0 && kind !== 'split' && kind !== 'cut' && row.end.former === null && !('inlines' in row.end.latter!.shell)) {
      objects.push([row]);
      continue;
    }
    chain.push(row);
    if (kind === 'split' || kind === 'cut') continue;
    chains.push(chain, ...objects);
    chain = [];
    objects = [];
  }
  return chain.length > 0 ? [...chains, chain, ...objects] : chains;
}

function toRows(atoms: readonly ResultAtom[]): Row[] {
  const rows: Row[] = [];
  let inlines: ResultInline[] = [];
  for (const atom of atoms) {
    if (atom.kind === 'inline') inlines.push(atom);
    else if (isObject(atom)) {
      // Text that lost its own end goes on behind a table or picture.
      rows.push({ inlines: [], end: atom });
    } else {
      rows.push({ inlines, end: atom });
      inlines = [];
    }
  }
  return rows;
}

/** The end of a table, picture or chart, which holds no text. */
function isObject(end: ResultEnd): boolean {
  return !('inlines' in (end.latter ?? end.former!.block).shell);
}

/** A block of our own that was joined with the one before it needs no mark: it is text typed there. */
function joinOwnBlocks(rows: readonly Row[], ledger: ReviewLedger): Row[] {
  const joined: Row[] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    const former = row.end.former?.block;
    const isOwn = former !== undefined && former.split === null && ledger.isOwn(former.ins) && 'inlines' in former.shell;
    if (last && last.end.join !== null && !isObject(last.end) && isOwn && row.inlines.every(({ marked }) => ledger.isOwn(marked.ins))) {
      joined[joined.length - 1] = { inlines: [...last.inlines, ...row.inlines], end: { ...last.end, join: null, after: row.end.after } };
    } else joined.push(row);
  }
  return joined;
}

/** `cut`: a paragraph of the reply itself was cut, with nothing recorded. */
type EndKind = 'split' | 'cut' | 'final' | 'ownBlock' | 'newBlock';

class Assembly {
  readonly #before: readonly MarkedBlock[];
  readonly #after: ReadonlyMap<BlockId, MarkedBlock>;
  readonly #ledger: ReviewLedger;
  readonly #isRevising: boolean;
  /** By block of `before`: where its chain begins. */
  readonly #chainStarts: number[] = [];
  readonly #ownBlocks: ReadonlySet<ChangeId>;
  readonly #used = new Set<BlockId>();
  readonly #kinds = new Map<Row, EndKind>();

  constructor(before: readonly MarkedBlock[], after: readonly MarkedBlock[], ledger: ReviewLedger, isRevising: boolean) {
    this.#before = before;
    this.#after = new Map(after.map((block) => [block.shell.blockId, block]));
    this.#ledger = ledger;
    this.#isRevising = isRevising;
    before.forEach((_block, index) => this.#chainStarts.push(before[index - 1]?.split ? this.#chainStarts[index - 1]! : index));
    this.#ownBlocks = new Set(before.flatMap(({ ins }) => (ledger.isOwn(ins) ? [ins!] : [])));
    for (const { shell } of before) this.#used.add(shell.blockId);
  }

  /** What the end of a row is: a new mark inside a block, the end of a block, or of a new block, ours or the reply's. */
  classify(row: Row, isFirst: boolean): EndKind {
    const kind = this.#findKind(row, isFirst);
    this.#kinds.set(row, kind);
    return kind;
  }

  #findKind({ inlines, end }: Row, isFirst: boolean): EndKind {
    if (end.former) return end.former.block.split === null ? 'final' : 'split';
    if (isObject(end)) return this.#isRevising ? 'ownBlock' : 'newBlock';
    if (!this.#isRevising)
      return isFirst && inlines.every(({ isNew }) => isNew) ? 'newBlock' : this.#isCutInside(inlines) ? 'split' : 'cut';
    return isFirst && inlines.every(({ marked }) => this.#ledger.isOwn(marked.ins)) ? 'ownBlock' : 'split';
  }

  /** Whether what stands before a new end is what another inserts. */
  #isCutInside(inlines: readonly ResultInline[]): boolean {
    const ins = inlines.at(-1)?.marked.ins ?? null;
    return ins !== null && !this.#ledger.isOwn(ins);
  }

  /** The blocks of one chain: a block of the reply, or a new one, cut at its new marks. */
  build(chain: readonly Row[]): MarkedBlock[] {
    const last = chain.at(-1)!;
    const kind = this.#kinds.get(last)!;
    const start = last.end.former === null ? null : this.#before[this.#chainStarts[last.end.former.index]!]!;
    if (start === null && kind !== 'split' && kind !== 'cut') return [this.#buildNew(last, kind === 'ownBlock')];
    const head = start ?? this.#before[0]!;
    return chain.map((row, index) => {
      const split = row.end.former?.block.split ?? null;
      const own = index === 0 ? head : this.#findPart(chain[index - 1]!, row, head);
      const isFinal = index === chain.length - 1;
      const join = isFinal || split !== null ? (row.end.former?.block.join ?? []) : [];
      const block: MarkedBlock = {
        ...own,
        ins: head.ins,
        del: head.del,
        split: isFinal && kind === 'final' ? null : this.#kinds.get(row) === 'cut' ? null : (split ?? this.#ledger.begin()),
        join: row.end.join === null ? join : [...join, row.end.join],
        inlines: this.#settleInlines(row, head.ins),
      };
      return this.#recordDeletion(this.#recordKind(block), row);
    });
  }

  #buildNew(row: Row, isOwn: boolean): MarkedBlock {
    const latter = row.end.latter!;
    const shell: BlockShell = { ...latter.shell, blockId: this.#takeId(latter.shell.blockId) };
    const ins = isOwn ? this.#ledger.begin() : null;
    return { ...plainBlock(shell), ins, inlines: this.#settleInlines(row, ins) };
  }

  /** What is known of the block after a new mark. */
  #findPart(previous: Row, row: Row, head: MarkedBlock): MarkedBlock {
    const former = previous.end.former;
    const known = former?.block.split ? this.#before[former.index + 1] : undefined;
    if (known) return known;
    const shell = head.was ?? head.shell;
    const blockId = this.#takeId(row.end.latter?.shell.blockId ?? newId<'block'>());
    return { ...plainBlock(toShell(shell)), shell: { ...toShell(shell), blockId } };
  }

  #takeId(wanted: BlockId): BlockId {
    const blockId = this.#used.has(wanted) ? newId<'block'>() : wanted;
    this.#used.add(blockId);
    return blockId;
  }

  /** Text in a block of our own belongs to it; text that left such a block is an insertion by itself. */
  #settleInlines({ inlines }: Row, blockIns: ChangeId | null): MarkedInline[] {
    let fresh: ChangeId | null = null;
    const settled = inlines.map(({ marked }): MarkedInline => {
      if (!this.#ledger.isOwn(marked.ins)) return marked;
      if (this.#ledger.isOwn(blockIns)) return { ...marked, ins: blockIns };
      if (!this.#ownBlocks.has(marked.ins!)) return marked;
      return { ...marked, ins: (fresh ??= this.#ledger.begin()) };
    });
    return joinMarked(settled);
  }

  /** A block whose kind the edit changed. */
  #recordKind(block: MarkedBlock): MarkedBlock {
    const now = this.#after.get(block.shell.blockId)?.shell;
    if (!now || isSameShell(now, block.shell) || !('inlines' in now)) return block;
    const shell = toShell(now);
    if (!this.#isRevising || this.#ledger.isOwn(block.ins)) return { ...block, shell, was: block.was && shell };
    const was = block.was ?? block.shell;
    const others = block.set.filter((id) => !this.#ledger.isOwn(id));
    const theirs = this.#ledger.get(others.at(-1) ?? ('' as ChangeId))?.shell ?? was;
    const set = isSameShell(shell, theirs) ? others : [...others, this.#ledger.begin({ shell })];
    return { ...block, shell, set, was: set.length > 0 ? was : null };
  }

  /** A block that is deleted whole, its end included, is one deletion; once we write in it, its text and its end are deleted each by itself. */
  #recordDeletion(block: MarkedBlock, { end }: Row): MarkedBlock {
    const isOwn = (id: ChangeId | null) => this.#ledger.isOwn(id);
    const isHost = (one: MarkedInline) => one.ins === block.ins;
    const whole = block.del.find(isOwn);
    if (whole !== undefined && block.split === null && block.inlines.some((one) => isOwn(one.ins) && !isHost(one))) {
      const id = this.#ledger.begin();
      const inlines = block.inlines.map((one) => (isHost(one) ? { ...one, del: [...one.del, id] } : one));
      return { ...block, del: block.del.filter((other) => other !== whole), join: [...block.join, whole], inlines };
    }
    if (end.join === null) return block;
    const isTaken = block.inlines.every(({ del }) => del.some(isOwn));
    const hasText = block.inlines.length === 0 || block.inlines.some(isHost);
    if (!isObject(end) && !(block.split === null && isTaken && hasText)) return block;
    const inlines = block.inlines.map((one) => (isHost(one) ? { ...one, del: one.del.filter((id) => !isOwn(id)) } : one));
    const del = whole === undefined ? [...block.del, end.join] : block.del;
    return { ...block, join: block.join.filter((id) => id !== end.join), del, inlines: joinMarked(inlines) };
  }
}

/** Whether two blocks of text are of the same kind, whatever their ids. */
function isSameShell(a: BlockShell, b: BlockShell): boolean {
  const print = (shell: BlockShell) => JSON.stringify({ ...shell, blockId: '' }, ['type', 'level', 'align', 'kind', 'depth']);
  return print(a) === print(b);
}
