/**
 * What a PDF page draws, in points from its top left corner, y downwards, page rotation undone. `y` of a text is its baseline;
 * `width` is printed. Rules are the straight horizontal or vertical lines drawn on it.
 */
export type PdfPage = { page: number; width: number; height: number; items: PdfText[]; rules: PdfRule[] };

/** A run of text as the file draws it: a character, a word or a line. */
export type PdfText = { text: string; x: number; y: number; width: number; fontSize: number };

/** A ruling line: horizontal when y0 equals y1, else vertical; x0 <= x1 and y0 <= y1. */
export type PdfRule = { x0: number; y0: number; x1: number; y1: number };

/**
 * A piece of a line that stands apart from its neighbours by more than words do; `words` are its parts, as near to each other as two
 * full columns may be, each with the blank before it. */
export type PdfSegment = PdfWord & { words: PdfWord[] };

/** Text between two positions of a line. */
export type PdfWord = { text: string; x: number; right: number };

/** A printed line: what shares a baseline, in reading order. `fontSize` is that of most of it. */
export type PdfLine = { page: number; text: string; x: number; right: number; y: number; fontSize: number; segments: PdfSegment[] };
