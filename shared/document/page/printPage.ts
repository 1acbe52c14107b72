import type { OutlineEntry } from './pdfOutline';

/** A page to print, whole in itself: no script, nothing to fetch; and the entries of its outline, each with the id of its element. */
export type PrintPage = { title: string; html: string; outline: OutlineEntry[] };
