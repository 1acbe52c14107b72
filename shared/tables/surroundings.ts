import type { RawPart } from './rawTable';
import { isBlank, squash } from './cellText';
import { isSerialNumber } from './rowLabels';
import { NOTE_LEADS } from './tableTerms';
import { readInlineUnit, readUnitLine } from './unitLine';

/** What stands around a table: its caption (which stays a paragraph), its unit line and notes (which belong to the table). Indexes of parts. */
export type Surroundings = { caption: string | null; unitLine: string | null; notes: string[]; consumed: number[] };

const NOTE = new RegExp(
  `^(?:(?:${NOTE_LEADS.filter((lead) => lead.length > 1).join('|')}|注)\\s?[\\d一二三四五六七八九十①-⑳]{0,2}\\s?[:：]|[*＊※]|[（(]注[)）])`,
);
const CHECKED_LINE = /^[√☑□■\s]*适用[√☑□■\s]*不适用$/;
const LONGEST_CAPTION = 60;
const FARTHEST_CAPTION = 3;

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
    notes.push(...text.split('\n').filter((line) => !isBlank(line)));
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
