import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { DONE_ACT, EXPLAINED_ORDER, SIGNING_ACT, YEAR_AND_MONTH } from './proseTerms';
import { placeInProse, type ProseBlock } from './proseBlock';

type DatedAct = { act: string; month: number; date: string; start: number; end: number };

/** A sentence that signs a contract in one month and recognises its revenue, or accepts what was delivered, in an earlier one. Explained orders pass. */
export function checkSigningDates(block: ProseBlock): Finding[] {
  if (!SIGNING_ACT.test(block.text) || !DONE_ACT.test(block.text)) return [];
  let start = 0;
  return block.text.split(/[。\n]|[；;](?!\s*(?:该|其|上述|此))/).flatMap((sentence): Finding[] => {
    const at = start;
    start += sentence.length + 1;
    if (EXPLAINED_ORDER.test(sentence)) return [];
    const signed = findActs(sentence, SIGNING_ACT);
    const done = findActs(sentence, DONE_ACT);
    // With several of a kind it is not said which belongs to which.
    if (signed.length !== 1 || done.length !== 1 || done[0]!.month >= signed[0]!.month) return [];
    const [contract, act] = [signed[0]!, done[0]!];
    return [
      {
        rule: 'dates-contradict',
        severity: 'error',
        message: message('finding.text-before-signing', { act: act.act, date: act.date, signed: contract.date }),
        expected: null,
        stated: act.date,
        places: [act, contract].map((each) => placeInProse(block, at + each.start, at + each.end)),
      },
    ];
  });
}

/** The acts of a sentence whose own clause dates them once. */
function findActs(sentence: string, pattern: RegExp): DatedAct[] {
  let start = 0;
  return sentence.split(/(?<![月日]\s{0,2})[,，]|[、；;]/).flatMap((clause): DatedAct[] => {
    const at = start;
    start += clause.length + 1;
    const act = pattern.exec(clause);
    const dates = [...clause.matchAll(YEAR_AND_MONTH)];
    if (!act || dates.length !== 1) return [];
    const [date] = dates;
    const month = Number(date![1]) * 12 + Number(date![2]);
    return [{ act: act[0], month, date: date![0], start: at + date!.index, end: at + date!.index + date![0].length }];
  });
}
