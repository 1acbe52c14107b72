import type { QuestionId } from '../../../shared/domain/ids';
import { MetricNames } from '../../../shared/figures/metricNames';
import type { FigureCandidate } from '../../../shared/ipc/results';
import { Decimal } from '../../../shared/util/decimal';
import type { ReadableDb } from '../db/handles';
import { type CandidateRow, findRowsByAmounts, findRowsByWords, readCandidateRows } from '../db/queries/candidateCells';
import { listAliasDecisions } from '../db/queries/metricAliases';
import { listLinks } from '../db/queries/links';
import { type PrintedNumber, readPrintedNumbers, toAmountRanges } from '../db/search/searchAmounts';
import { toAnySearchPhrase, toSearchPhrases } from '../db/search/searchWords';

/** More rows than this say nothing anyone can choose among. */
const MOST_ROWS = 400;
const SCORES = { linked: 1, samePrint: 2, sameAmount: 1.5, inRow: 2, inColumn: 1.5, inCaption: 0.5 } as const;

/**
 * Cells a figure may come from, best first. A number (6,715.63 万元) finds cells that print as it does or round to it; words (营业收入 2023年度) find
 * cells by row, column and caption, also under a metric's other confirmed names; both together narrow each other. A table linked to the question comes
 * before others.
 */
export function listCandidates(
  db: ReadableDb,
  { text, questionId, limit }: { text: string; questionId: QuestionId; limit: number },
): FigureCandidate[] {
  const linked = new Set(listLinks(db).flatMap((link) => (link.questionId === questionId ? [link.tableId] : [])));
  const query = readQuery(text, new MetricNames(listAliasDecisions(db)));
  const candidates: FigureCandidate[] = [];
  for (const row of readCandidateRows(db, findRows(db, query))) {
    const score = scoreCell(row, query);
    if (score === null) continue;
    const { value: _value, amount: _amount, ...shown } = row;
    candidates.push({ ...shown, score: score + (linked.has(row.cell.tableId) ? SCORES.linked : 0) });
  }
  return candidates.sort((a, b) => b.score - a.score).slice(0, limit);
}

/** What is looked for: a number, words (each with its other names), or both; blanks in words say nothing. */
type Query = { number: PrintedNumber | null; printed: string; words: string[][] };

function findRows(db: ReadableDb, { number, printed, words }: Query): number[] {
  const keys = new Set(findRowsByAmounts(db, number ? toAmountRanges(number) : [], MOST_ROWS));
  const phrases = number ? toSearchPhrases(printed) : toAnySearchPhrase(words.flat());
  if (phrases !== null) for (const key of findRowsByWords(db, phrases, MOST_ROWS)) keys.add(key);
  return [...keys].slice(0, MOST_ROWS);
}

/** Null for a cell that is not what was asked for. */
function scoreCell(row: CandidateRow, { number, words }: Query): number | null {
  const numberScore = number ? scoreNumber(row, number) : 0;
  if (numberScore === null) return null;
  let wordScore = 0;
  for (const word of words) {
    if (word.some((name) => holds(row.rowPath, name))) wordScore += SCORES.inRow;
    else if (word.some((name) => holds(row.columnPath, name))) wordScore += SCORES.inColumn;
    else if (word.some((name) => holds([row.caption ?? ''], name))) wordScore += SCORES.inCaption;
  }
  if (!number && wordScore === 0) return null;
  return numberScore + (words.length > 0 ? wordScore / words.length : 0);
}

function scoreNumber({ text, value, unit, amount }: CandidateRow, number: PrintedNumber): number | null {
  const samePrint = text.replace(/[^\d.]/g, '') === number.value.toFixed(number.decimals);
  const fits =
    (number.unit === '' || unit === null || unit === number.unit) &&
    new Decimal(value).abs().toDecimalPlaces(number.decimals).equals(number.value);
  if (fits) return samePrint ? SCORES.samePrint : SCORES.sameAmount;
  if (amount === null) return null;
  const exact = BigInt(amount);
  return toAmountRanges(number).some(({ from, to }) => exact >= from && exact <= to) ? SCORES.sameAmount : null;
}

/** A year or a month among words is a word; a number is meant when it carries separators, decimals or a unit, or stands alone. */
function readQuery(text: string, names: MetricNames): Query {
  const query = text.normalize('NFKC').replace(/(\d)\s+(?=[千百万亿]*[元股%])/g, '$1');
  const parts = query.split(/[\s、，;；:：]+|,(?!\d{3})/).filter((part) => part !== '');
  const isNumber = (part: string) =>
    /^[-+(]?\d[\d,]*(\.\d+)?([千百]?[万亿]?[元股]|%|‰|个?百分点)?\)?$/.test(part) && (parts.length === 1 || /[.,%]|[元股点]$/.test(part));
  const printed = parts.find(isNumber) ?? '';
  return {
    number: readPrintedNumbers(printed)[0] ?? null,
    printed,
    words: parts.filter((part) => !isNumber(part)).map((part) => [part, ...names.listOthers(squash(part))]),
  };
}

function holds(texts: readonly string[], word: string): boolean {
  const wanted = squash(word);
  return texts.some((text) => text.includes(word) || squash(text).includes(wanted));
}

/** Characters by which two forms of one text differ: blanks, capitals, full width and the like. */
const OTHER_FORM = /[\sA-Z\u00a0-\u02ff\u2000-\u2fff\u3000\uf900-\uffef]/;

function squash(text: string): string {
  return OTHER_FORM.test(text) ? text.normalize('NFKC').replace(/\s+/g, '').toLowerCase() : text;
}
