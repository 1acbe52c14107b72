import type { Message } from './message';

/** Where something stands in a received file. Lines, pages, paragraphs and tables count from 1; `range` is a sheet range such as B3:F20. */
export type Place = {
  page?: number;
  sheet?: string;
  range?: string;
  line?: number;
  endLine?: number;
  paragraph?: number;
  table?: number;
};

/** Something a reader could not take in or was not sure of: nothing is dropped in silence. `message` is said in the language of whoever reads it. */
export type Warning = { code: string; message: Message; file: string; place: Place | null };
