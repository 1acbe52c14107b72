import type { DataTable } from '../../../../shared/domain/dataTable';
import { message } from '../../../../shared/domain/message';
import type { Warning } from '../../../../shared/domain/place';
import { PARAGRAPH_STYLES } from '../../../../shared/document/filingBlock';
import { squeeze } from '../../../../shared/document/draft/compareText';
import type { MappedTemplate } from '../../../../shared/document/template/documentTemplate';
import { HOUSE_STYLES, LIST_STYLE, writeStylesXml } from '../docx/styles';
import { mergeStyles } from '../docx/template/mergeStyles';
import { findPart, readFinalParts } from './finalParts';
import { findEmptyParagraphs, findForeignParts } from './findForeignParts';
import { type ExpectedStyles, findForeignLooks, readLooks } from './findLooks';
import { findFormulaCode, findHiddenMinuses } from './findNumbers';
import { findOpenBlanks } from './findOpenBlanks';
import { findForeignPages } from './findPages';
import { findTraces } from './findTraces';
import { findWrongSigns } from './findWrongSigns';
import { findFaults } from './lintDocx';
import { getStyleId, listStories, placeElements, readParagraph } from './storyPlaces';
import { restoreStyleIds } from './styleNames';
import { findElements, parseXml, type XmlElement } from './xmlTree';

/**
 * `template`: the company's own that the document is written in. `tables`: those the document prints, whose numbers its own must agree with.
 * `isFirms`: it is a firm's own document: its number, name, signatures and date are the firm's to fill in. `asked`: the letter's questions, which stand as they
 * were received.
 */
export type FinalCheckOptions = { template?: MappedTemplate; tables?: Iterable<DataTable>; isFirms?: boolean; asked?: readonly string[] };

/**
 * The last look at a finished file before it is signed: what only a draft may have (tracked changes, comments, blanks, names of authors, hidden and
 * highlighted words), minus signs a reader could miss or that a cell does not have, formulas left in code, fonts, styles and pages that are not the house
 * format's (or the template's), what runs, is embedded or fetched, and structure Word would refuse. Each is said with its place. Empty when it may go. Throws an AppError for
 * a file that is no DOCX.
 */
export function checkFinal(
  file: string,
  docx: Uint8Array,
  { template, tables = [], isFirms = false, asked = [] }: FinalCheckOptions = {},
): Warning[] {
  const parts = readFinalParts(file, docx);
  const styles = findPart(parts, 'w:styles');
  const { expected, sheet, spacers, signOff, question, headings } = readExpected(template);
  restoreStyleIds(parts, styles, sheet);
  const stories = listStories(parts);
  const placed = placeElements(stories, styles, headings);
  // Headers and footers of a template are the company's as they are.
  const ofUs = template === undefined ? placed : placed.filter(({ place }) => place.kind !== 'header' && place.kind !== 'footer');
  const letter = squeeze(asked.join(''));
  const own = placed.filter(
    ({ element }) => element.name !== 'w:p' || getStyleId(element) !== question || !letter.includes(squeeze(readParagraph(element))),
  );
  const roots = stories.map(({ root }) => root);
  const found = [
    ...findTraces(parts, placed),
    ...findOpenBlanks(own, isFirms ? { firstHeading: headings[0]! } : null),
    ...findHiddenMinuses(own),
    ...findFormulaCode(own),
    ...findWrongSigns(roots, tables).map(({ row, printed, value }) => message('warning.final-sign', { row, printed, value })),
    ...findForeignLooks(ofUs, styles, expected),
    ...findForeignPages(placed, template?.template.page ?? null),
    ...findForeignParts(parts, placed),
    ...findEmptyParagraphs(placed, spacers, signOff),
    ...findFaults([...parts.xml].filter(([path]) => !path.endsWith('.rels')).map(([, root]) => root)).map((problem) =>
      message('warning.final-structure', { problem }),
    ),
  ];
  const said = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...said.values()].map((one) => ({ code: one.key.replace('warning.', ''), message: one, file, place: null }));
}

/** The styles a document of ours has, in the house format or dressed in a template. */
function readExpected(template: MappedTemplate | undefined): {
  expected: ExpectedStyles;
  sheet: XmlElement;
  spacers: Set<string>;
  signOff: string;
  question: string;
  headings: string[];
} {
  const house = writeStylesXml();
  const merged = template === undefined ? null : mergeStyles(house, template);
  const styles = parseXml(merged?.xml ?? house);
  const idOf = (id: string) => merged?.ids.get(id) ?? id;
  const known =
    merged === null
      ? [...PARAGRAPH_STYLES, ...HOUSE_STYLES]
      : findElements(styles, 'w:style').map(({ attributes }) => attributes['w:styleId'] ?? '');
  return {
    expected: { known: new Set(known), unit: idOf('TableUnit'), list: idOf(LIST_STYLE), ...readLooks(styles) },
    sheet: styles,
    spacers: new Set([idOf('AfterTable')]),
    signOff: idOf('SignOff'),
    question: idOf('QuestionText'),
    headings: PARAGRAPH_STYLES.filter((style) => style.startsWith('Heading')).map(idOf),
  };
}
