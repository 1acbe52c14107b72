import { type AskId, newId } from '../../domain/ids';
import type { Ask } from '../../domain/letter';
import type { Correction, Corrected, LetterStructure } from './correction';

type AskCorrection = Extract<Correction, { type: 'addAsk' | 'setAsk' | 'splitAsk' | 'mergeAsks' | 'removeAsk' }>;

const JOINT = /^(?:[、，,；;\s]|以及|及|和|并)+|[、，,；;\s]+$/g;

/** Corrects one ask of the ledger. An ask that is split or joined keeps its id and what was decided of it; the part split off is open. */
export function correctAsks(structure: LetterStructure, correction: AskCorrection): Corrected {
  const { asks } = structure;
  if (correction.type === 'addAsk') {
    const { questionId, itemId, verb, object } = correction;
    const ask: Ask = { askId: newId(), questionId, itemId, verb, object, state: 'open', reason: null };
    const last = asks.findLastIndex((one) => one.questionId === questionId && one.itemId === itemId);
    const ofQuestion = asks.findIndex((one) => one.questionId === questionId);
    const at = last >= 0 ? last + 1 : ofQuestion >= 0 && itemId === null ? ofQuestion : asks.length;
    return { structure: { ...structure, asks: asks.toSpliced(at, 0, ask) } };
  }
  const at = asks.findIndex(({ askId }) => askId === correction.askId);
  const ask = asks[at]!;
  const replace = (count: number, ...made: Ask[]): Corrected => ({ structure: { ...structure, asks: asks.toSpliced(at, count, ...made) } });
  switch (correction.type) {
    case 'setAsk':
      return replace(1, { ...ask, verb: correction.verb, object: correction.object });
    case 'removeAsk':
      return replace(1);
    case 'splitAsk': {
      const [first, second] = [ask.object.slice(0, correction.at).replace(JOINT, ''), ask.object.slice(correction.at).replace(JOINT, '')];
      if (first === '' || second === '') return { refused: 'reason.nothingToSplit' };
      return replace(1, { ...ask, object: first }, { ...ask, askId: newId(), object: second, state: 'open', reason: null });
    }
    case 'mergeAsks': {
      const next = findNext(asks, at);
      if (!next) return { refused: 'reason.noNextAsk' };
      const object = next.verb === ask.verb ? `${ask.object}、${next.object}` : `${ask.object}，${next.verb}${next.object}`;
      const sameState = next.state === ask.state && next.reason === ask.reason;
      return replace(2, { ...ask, object, ...(sameState ? {} : { state: 'open', reason: null }) });
    }
  }
}

function findNext(asks: readonly Ask[], at: number): Ask | null {
  const [ask, next] = [asks[at]!, asks[at + 1]];
  return next && next.questionId === ask.questionId && next.itemId === ask.itemId ? next : null;
}

/** Whether the ledger holds an ask of a question. */
export function hasAsk({ asks }: LetterStructure, questionId: Ask['questionId'], askId: AskId): boolean {
  return asks.some((ask) => ask.askId === askId && ask.questionId === questionId);
}
