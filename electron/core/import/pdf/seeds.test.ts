import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../../../scripts/chromium.mjs';
import { splitDraft } from '../../../../shared/document/draft/splitDraft';
import type { ReadPart } from '../../../../shared/domain/dataTable';
import type { ParsedLetter } from '../../../../shared/domain/letter';
import { normaliseLetterText } from '../../../../shared/letter/normalise';
import { parseLetter } from '../../../../shared/letter/parseLetter';
import { describeParts } from '../../../../shared/tables/describeParts';
import type { RawPart } from '../../../../shared/tables/rawTable';
import { decodeText } from '../decodeText';
import { exportDraft, storeQuestions } from '../docx/testing/exportDraft';
import { readLetterText } from '../readLetterText';
import { readTextParts } from '../text/readTextParts';
import { readPdf } from './readPdf';
import { convertToPdf, findLibreOffice } from './testing/convertToPdf';
import { type Printer, startPrinter, toParagraphs, toRuledHtml } from './testing/printPdf';

const shared = process.env['HUIHAN_SHARED'];
const canPrint = shared !== undefined && findChromium() !== undefined;
const canConvert = shared !== undefined && findLibreOffice() !== null;
if (!shared) console.info('PDF of shared material: skipped, HUIHAN_SHARED names no folder of shared material');
else if (!canPrint || !canConvert) console.info('PDF of shared material: skipped in part, Chromium or LibreOffice is not installed');

const squeeze = (text: string) => text.replace(/\s/g, '');
const list = (folder: string) =>
  shared && existsSync(join(shared, folder)) ? readdirSync(join(shared, folder)).filter((name) => name.endsWith('.txt')) : [];
const read = (folder: string, name: string) => decodeText(readFileSync(join(shared!, folder, name)), name);
const readText = (text: string) => describeParts(readTextParts(text, '资料.txt').parts, '资料.txt').parts;

/** What a letter asks: numbers, items and verifiers of each question. */
const outline = ({ questions, header }: ParsedLetter) => [
  [header.letterNo, header.issuedOn, header.dueOn, header.company],
  ...questions.map(({ no, items, verifications }) => [
    no,
    items.map((item) => item.no),
    verifications.map(({ role, items: scope }) => [role, scope]),
  ]),
];

/** Texts of all grid positions, null where a span covers them. */
const gridsOf = (parts: readonly (ReadPart | RawPart)[]) =>
  parts.flatMap((part) => {
    if (part.type !== 'table') return [];
    const rows = 'rows' in part.table ? part.table.rows : part.table.cells;
    return [rows.map((row) => row.map((cell) => (cell.covered ? null : squeeze(cell.text))))];
  });

/** Share of grid positions that came back equal, tables in order. */
function compareGrids(before: ReturnType<typeof gridsOf>, after: ReturnType<typeof gridsOf>): number {
  let equal = 0;
  let all = 0;
  before.forEach((grid, t) =>
    grid.forEach((row, r) =>
      row.forEach((text, c) => {
        all += 1;
        if (after[t]?.[r]?.[c] === text) equal += 1;
      }),
    ),
  );
  return equal / all;
}

describe.skipIf(!canPrint)('material printed to PDF and read back', () => {
  let printer: Printer;
  beforeAll(async () => {
    printer = (await startPrinter())!;
  });
  afterAll(() => printer.close());

  it.each(list('letters'))('%s asks the same', async (name) => {
    const text = read('letters', name);
    const expected = outline(parseLetter(text));
    const wrapped = await printer.print(toParagraphs(text.split('\n')));
    expect(outline(parseLetter((await readLetterText(wrapped, '函.pdf')).text))).toEqual(expected);
    const typeset = await printer.print(toParagraphs(normaliseLetterText(text).text.split('\n')), { furniture: true });
    expect(outline(parseLetter((await readLetterText(typeset, '函.pdf')).text))).toEqual(expected);
  });

  it.each(list('seeds'))('%s keeps its tables and its text', async (name) => {
    const parts = readText(read('seeds', name));
    const { parts: back } = await readPdf(await printer.print(toRuledHtml(parts), { furniture: true }), '资料.pdf');
    expect(compareGrids(gridsOf(parts), gridsOf(back))).toBeGreaterThan(0.99);
    const texts = new Set(back.flatMap((part) => (part.type === 'paragraph' ? [squeeze(part.text)] : [])));
    const lost = parts.flatMap((part) => (part.type === 'paragraph' && !texts.has(squeeze(part.text)) ? [part.text] : []));
    expect(lost).toEqual([]);
  });
});

describe.skipIf(!canConvert)('a published reply exported as DOCX and converted to PDF', () => {
  it('asks the same and keeps its tables', async () => {
    const text = read('seeds', '003_b51df5f9a325489b.txt');
    const letter = parseLetter(text);
    const parts = readText(text);
    const questions = storeQuestions(letter);
    const pdf = convertToPdf(await exportDraft(splitDraft(parts, questions), questions));
    const back = parseLetter((await readLetterText(pdf, '回复.pdf')).text);
    expect(back.questions.map((question) => squeeze(question.text))).toEqual(letter.questions.map((question) => squeeze(question.text)));
    expect(outline(back).slice(1)).toEqual(outline(letter).slice(1));
    expect(compareGrids(gridsOf(parts), gridsOf((await readPdf(pdf, '回复.pdf')).parts))).toBeGreaterThan(0.99);
  });
});
