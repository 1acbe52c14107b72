import { findPart, readFinalParts, type FinalParts } from '../finalCheck/finalParts';
import { getStyleId, readParagraph } from '../finalCheck/storyPlaces';
import { findElements, getElement, getElements, type XmlElement } from '../finalCheck/xmlTree';

/** A paragraph or table of a finished file as a reader reads it, footnotes with their words; `style` is empty for tables. */
export type FileLine = { isTable: boolean; style: string; text: string };

/** How far a cell of a table's text reaches, before its words. */
export const CELL_MARK = /\d+(?:restart|continue)?\u0001/g;

/** The paragraphs and tables of a finished DOCX in reading order, empty ones left out. Throws an AppError for a file that is none. */
export function readLines(file: string, docx: Uint8Array): FileLine[] {
  const parts = readFinalParts(file, docx);
  const body = getElement(findPart(parts, 'w:document')!, 'w:body')!;
  const notes = readNotes(parts);
  return getElements(body).flatMap((element): FileLine[] => {
    const isTable = element.name === 'w:tbl';
    if (!isTable && element.name !== 'w:p') return [];
    const text = isTable ? readTable(element, notes) : readText(element, notes);
    return text.trim() === '' ? [] : [{ isTable, style: isTable ? '' : getStyleId(element), text }];
  });
}

function readNotes(parts: FinalParts): ReadonlyMap<string, string> {
  const root = findPart(parts, 'w:footnotes');
  return new Map(
    getElements(root ?? { name: '', attributes: {}, children: [] }).map((note) => [note.attributes['w:id'] ?? '', readParagraph(note)]),
  );
}

function readText(element: XmlElement, notes: ReadonlyMap<string, string>): string {
  const cited = findElements(element, 'w:footnoteReference').map(({ attributes }) => notes.get(attributes['w:id'] ?? '') ?? '');
  return [readParagraph(element), ...cited].join('\u0002');
}

/** Cells with how far they reach, rows and cells kept apart, so that a number in another cell is another table. */
function readTable(table: XmlElement, notes: ReadonlyMap<string, string>): string {
  return getElements(table, 'w:tr')
    .map((row) =>
      getElements(row, 'w:tc')
        .map((cell) => {
          const properties = getElement(cell, 'w:tcPr');
          const span = (properties && getElement(properties, 'w:gridSpan')?.attributes['w:val']) ?? '1';
          const merge = properties && getElement(properties, 'w:vMerge');
          const down = merge === undefined ? '' : (merge.attributes['w:val'] ?? 'continue');
          return `${span}${down}\u0001${readText(cell, notes)}`;
        })
        .join('\t'),
    )
    .join('\n');
}
