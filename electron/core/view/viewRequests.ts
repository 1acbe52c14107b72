import type { Place } from '../../../shared/domain/place';
import type { PagePicture } from '../import/scan/scanPages';
import type { PlacedPart, SheetWindow } from '../../../shared/domain/tableOrigin';

/** What can be asked of a received file: a page as a picture, where its pages print a table's rows, or the sheet a table was read from. */
export type ViewRequest =
  /** `pixels` is about the area of the picture; without it, enough for recognising its words. */
  | { ask: 'page'; page: number; pixels?: number }
  /** `rows` hold the table's texts as they were read; it begins on `page`. */
  | { ask: 'parts'; page: number; rows: string[][] }
  /** `at` is a row of the table to show, or the first row of the sheet to show; both from 0. */
  | { ask: 'sheet'; place: Place; rowCount: number; at: { row: number } | { from: number } };

/** The answer to each kind of request. `pages` is the file's count. */
export type ViewAnswers = {
  page: PagePicture & { pages: number };
  parts: PlacedPart[];
  sheet: SheetWindow;
};

/** A file to look at: `key` tells one from another, `read` is asked only for one that is not open. */
export type ViewedFile = { key: string; fileName: string; read: () => Uint8Array | Promise<Uint8Array> };

/** Looks into received files: the last one stays open, for the next page. Rejects with the file's own error codes. */
export type FileViewer = {
  look: <Ask extends ViewRequest['ask']>(file: ViewedFile, request: Extract<ViewRequest, { ask: Ask }>) => Promise<ViewAnswers[Ask]>;
  close: () => Promise<void>;
};
