import type { RawPart } from './rawTable';
import { isBlank, squash } from './cellText';
import { splitUnitLine } from './inferUnits';
import { isSerialNumber } from './rowLabels';
import { NOTE_LEADS, UNIT_LINE_LEADS } from './tableTerms';

/** What stands around a table: its caption (which stays a paragraph), its unit line and notes (which belong to the table). Indexes of parts. */
export type Surroundings = { caption: string | null; unitLine: string | null; notes: string[]; consumed: number[] };

const UNIT_LINE = new RegExp(`^[（(]?(?:${UNIT_LINE_LEADS.join('|')})[:：]?(.+?)[)）]?$`);
const INLINE_UNIT = new RegExp(`(?:^|[\\s\\u3000（(])(?:${UNIT_LINE_LEADS.join('|')})[:：]\\s*([^\\s\\u3000（()）:：]{1,12})`);
const NOTE = new RegExp(
  `^(?:(?:${NOTE_LEADS.filter((lead) => lead.length > 1).join('|')}|注)[\\d一二三四五六七八九十①-⑳]{0,2}[:：]|[*＊※]|[（(]注[)）])`,
);
const CHECKED_LINE = /^[√☑□■\s]*适用[√☑□■\s]*不适用$/;
/** A unit this program does not know, told by how it ends: 百万吨二氧化碳当量, 千卡. */
const MEASURE = /^[^\s，。；、:：]{0,9}(?:[元股吨件台套米亩个人次度时天年卡升克箱瓶袋]|当量)$/;
const LONGEST_UNIT_LINE = 60;
const LONGEST_TITLE = 120;
const LONGEST_CAPTION = 60;
const FARTHEST_CAPTION = 3;

/** The unit of a line such as 单位：万元 or （单位：元  币种：人民币）, as printed after its lead; null for any other line. */
export function readUnitLine(text: string): string | null {
  if (text.length > LONGEST_UNIT_LINE) return null;
  const unit = UNIT_LINE.exec(text.trim())?.[1]?.trim() ?? null;
  return unit !== null && (splitUnitLine(unit).length > 0 || MEASURE.test(unit)) ? unit : null;
}

/** The unit printed inside a title: …情况（单位：万元）, 合并利润表 单位：元; null when there is none. */
export function readInlineUnit(text: string): string | null {
  const unit = text.length > LONGEST_TITLE ? null : (INLINE_UNIT.exec(text)?.[1] ?? null);
  return unit !== null && splitUnitLine(unit).length > 0 ? unit : null;
}

/**
 * Finds caption, unit line and notes of the table at `at`. `labels` are the table's row labels: a line that defines one of them is a note.
 * `taken` are parts that belong to a table before.
 */
export function findSurroundings(
  parts: readonly RawPart[],
  at: number,
  labels: ReadonlySet<string>,
  taken: ReadonlySet<number>,
): Surroundings {
  const consumed: number[] = [];
  let caption: string | null = null;
  let unitLine: string | null = null;
  for (let i = at - 1, steps = 0; i >= 0 && steps < FARTHEST_CAPTION; i -= 1, steps += 1) {
    const part = parts[i]!;
    if (part.type !== 'paragraph' || taken.has(i)) break;
    const text = part.text.trim();
    if (isBlank(text) || CHECKED_LINE.test(text)) continue;
    const unit: string | null = unitLine === null ? readUnitLine(text) : null;
    if (unit !== null) {
      unitLine = unit;
      consumed.push(i);
      continue;
    }
    if (!isNoteLine(text)) caption = readCaption(text);
    const above = parts[i - 1];
    if (unitLine === null && caption !== null && above?.type === 'paragraph' && !taken.has(i - 1)) {
      unitLine = readUnitLine(above.text);
      if (unitLine !== null) consumed.push(i - 1);
    }
    break;
  }
  const notes = findNotes(parts, at, labels, consumed);
  return { caption, unitLine: unitLine ?? (caption === null ? null : readInlineUnit(caption)), notes, consumed };
}

/** True for the first line of a note under a table: 注：…, 数据来源：…, *…. */
export function isNoteLine(text: string): boolean {
  return NOTE.test(text.trim());
}

/** The last sentence of the paragraph before a table; a paragraph that introduces nothing is no caption. */
function readCaption(text: string): string | null {
  const body = text.replace(/[。；]$/, '');
  const sentence = body.slice(Math.max(body.lastIndexOf('。'), body.lastIndexOf('；')) + 1).trim();
  if (/[:：]$/.test(sentence) || sentence.length <= LONGEST_CAPTION) return sentence === '' ? null : sentence;
  return /如下|下表|情况|明细/.test(sentence) ? sentence : null;
}

function findNotes(parts: readonly RawPart[], at: number, labels: ReadonlySet<string>, consumed: number[]): string[] {
  const notes: string[] = [];
  for (let i = at + 1; i < parts.length; i += 1) {
    const part = parts[i]!;
    if (part.type !== 'paragraph' || part.outline !== undefined) break;
    const text = part.text.trim();
    const belongs = isNoteLine(text) || continuesNotes(notes, text) || definesLabel(text, labels);
    if (!belongs) break;
    notes.push(text);
    consumed.push(i);
  }
  return notes;
}

const ENUMERATOR = /^([①-⑳]|[（(]?\d{1,2}[)）]|\d{1,2}[、.．])/;

/** 注：①… goes on with ②…, 注：1、… with 2、…. */
function continuesNotes(notes: readonly string[], text: string): boolean {
  const last = notes.at(-1);
  const mark = ENUMERATOR.exec(text)?.[1];
  if (last === undefined || mark === undefined) return false;
  const before = ENUMERATOR.exec(last.replace(NOTE, '').trim())?.[1];
  return before !== undefined && readOrdinal(mark) === readOrdinal(before) + 1 && isSerialNumber(mark) === isSerialNumber(before);
}

function readOrdinal(mark: string): number {
  const code = mark.codePointAt(0)!;
  return code >= 0x2460 && code <= 0x2473 ? code - 0x245f : Number(mark.replace(/\D/g, ''));
}

/** 单项计提：经营异常的客户。 under a table with a row 单项计提. */
function definesLabel(text: string, labels: ReadonlySet<string>): boolean {
  const colon = text.search(/[:：]/);
  if (colon < 2 || colon > 20 || /[:：]$/.test(text)) return false;
  return labels.has(squash(text.slice(0, colon)));
}
