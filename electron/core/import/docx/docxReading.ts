import type { Message } from '../../../../shared/domain/message';
import type { Place, Warning } from '../../../../shared/domain/place';
import type { DocxPackage } from './docxPackage';
import type { Numberer } from './numbering';
import type { StyleSheet } from './styles';

/** What is carried along while a document is read: its package, its counters and what could not be taken in. */
export type DocxReading = {
  readonly fileName: string;
  readonly pack: DocxPackage;
  readonly styles: StyleSheet;
  readonly numberer: Numberer;
  readonly warnings: Warning[];
  /** Paragraphs and tables of the body so far; those inside a table stand at that table's place. */
  paragraph: number;
  table: number;
  tableDepth: number;
  gridPositions: number;
  /** Whether what a reply can hold is kept: footnotes, cross references, charts, looks of words. Else notes and charts are warnings. */
  readonly forReply: boolean;
  insertions: number;
  deletions: number;
  comments: number;
};

/** Where the reading is now. */
export function getPlace(reading: DocxReading): Place {
  return reading.tableDepth > 0 ? { table: reading.table } : { paragraph: reading.paragraph };
}

/** Notes something that could not be taken in whole, at the present place. */
export function warn(reading: DocxReading, code: string, message: Message): void {
  reading.warnings.push({ code, message, file: reading.fileName, place: getPlace(reading) });
}
