import type { BlockId, ChangeId, QuestionId, SectionId } from '../../../shared/domain/ids';
import type { Block, Section } from '../../../shared/domain/reply';
import type { ReviewAnchor, ReviewChange, ReviewPayload } from '../../../shared/domain/review';
import type { MarkedBlock, MarkedSection } from './markedReply';
import { type Rank, type Ranked, rankPoints } from './rankPoints';
import { type HostItem, readHost } from './readHost';
import type { ReviewLedger } from './ReviewLedger';

/** A marked reply as it is stored: its own sections, without what is inserted and with what is deleted, and the changes on them. */
export type ReadMarks = { sections: Section[]; changes: ReviewChange[] };

/** What is stored for a marked reply. The inverse of `markSections`; a change that fell into parts comes out as several. */
export function readMarks(marked: readonly MarkedSection[], questionId: QuestionId, ledger: ReviewLedger): ReadMarks {
  const reader = new MarkReader(questionId, ledger);
  const sections = marked.map(({ head, blocks }) => ({ ...head, blocks: reader.readBlocks(blocks, head.sectionId) }));
  return { sections, changes: reader.changes };
}

/** Blocks that are one block of the reply, or one new block, cut by new paragraph marks; `blockId` is the reply's block it is or stands behind. */
type Chain = { blocks: MarkedBlock[]; blockId: BlockId | null; insertion: (Ranked & Rank) | null };

type Place = Omit<ReviewAnchor, 'questionId'>;

class MarkReader {
  readonly changes: ReviewChange[] = [];
  readonly #questionId: QuestionId;
  readonly #ledger: ReviewLedger;
  readonly #claims = new Map<ChangeId, number>();

  constructor(questionId: QuestionId, ledger: ReviewLedger) {
    this.#questionId = questionId;
    this.#ledger = ledger;
  }

  readBlocks(blocks: readonly MarkedBlock[], sectionId: SectionId): Block[] {
    return this.#listChains(blocks).flatMap((chain) => {
      const block = this.#readChain(chain);
      if (chain.insertion === null) return [block];
      const { changeId, order, inside } = chain.insertion;
      const from = inside?.from ?? 0;
      const host = inside ? { inside: inside.changeId } : {};
      this.#add(changeId, { blockId: chain.blockId, from, to: from, quote: '', order, ...host }, { kind: 'insertBlock', sectionId, block });
      return [];
    });
  }

  #listChains(blocks: readonly MarkedBlock[]): Chain[] {
    const groups: MarkedBlock[][] = [];
    for (const [index, block] of blocks.entries()) {
      if (index > 0 && blocks[index - 1]!.split !== null) groups.at(-1)!.push(block);
      else groups.push([block]);
    }
    let blockId: BlockId | null = null;
    let at = 0;
    const chains = groups.map((group): Chain & { point: Ranked | null } => {
      const owner = group.at(-1)!.ins;
      if (owner !== null) return { blocks: group, blockId, insertion: null, point: { owner, changeId: this.#claim(owner), at, length: 1 } };
      blockId = group[0]!.shell.blockId;
      at++;
      return { blocks: group, blockId, insertion: null, point: null };
    });
    const points = chains.flatMap(({ point }) => (point ? [point] : []));
    const ranks = rankPoints(points, this.#ledger);
    return chains.map(({ point, ...chain }) => (point ? { ...chain, insertion: { ...point, ...ranks[points.indexOf(point)]! } } : chain));
  }

  #readChain({ blocks, blockId, insertion }: Chain): Block {
    const [first] = blocks;
    const { inlines, findings } = readHost(toItems(blocks), insertion?.owner ?? null, this.#ledger, (id) => this.#claim(id));
    const host = insertion ? { blockId, inside: insertion.changeId } : { blockId };
    for (const { changeId, payload, ...range } of findings.list) this.#add(changeId, { ...host, ...range }, payload);
    const length = findings.text.length;
    const whole: Place = { ...host, from: 0, to: length, quote: findings.text };
    for (const id of first!.del) this.#add(this.#claim(id), whole, { kind: 'deleteBlock' });
    let cut: ChangeId | null = null;
    for (const { set, shell, split, join } of blocks) {
      const part: Place = cut === null ? whole : { blockId, from: 1, to: 1, quote: '', inside: cut };
      for (const id of set) this.#add(this.#claim(id), part, { kind: 'setBlock', block: this.#ledger.get(id)?.shell ?? shell });
      const end: Place =
        split === null ? { ...host, from: length, to: length, quote: '' } : { blockId, from: 0, to: 1, quote: '\n', inside: split };
      for (const id of join) this.#add(this.#claim(id), end, { kind: 'joinBlock' });
      cut = split;
    }
    const shell = first!.was ?? first!.shell;
    return 'inlines' in shell ? { ...shell, inlines } : shell;
  }

  /** The first place that holds an id keeps it; every other one is a change of its own. */
  #claim(changeId: ChangeId): ChangeId {
    const part = this.#claims.get(changeId) ?? 0;
    this.#claims.set(changeId, part + 1);
    return part === 0 ? changeId : this.#ledger.getPart(changeId, part);
  }

  #add(changeId: ChangeId, { order, ...place }: Place, payload: ReviewPayload): void {
    const { author = '', at = '' } = this.#ledger.get(changeId) ?? {};
    const anchor: ReviewAnchor = { questionId: this.#questionId, ...place, ...(order ? { order } : {}) };
    this.changes.push({ changeId, author, at, baseVersionId: null, anchor, payload });
  }
}

function toItems(blocks: readonly MarkedBlock[]): HostItem[] {
  return blocks.flatMap((block, index): HostItem[] => {
    const next = blocks[index + 1];
    const cut: HostItem[] = block.split !== null && next ? [{ changeId: block.split, newBlockId: next.shell.blockId }] : [];
    return [...block.inlines, ...cut];
  });
}
