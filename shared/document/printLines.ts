import { stripAutospaceBlanks } from './cjkBlanks';

/** The lines of a cell's text as a document prints them. */
export function printLines(text: string): string[] {
  return text.split('\n').map((line) => stripAutospaceBlanks(line.trim()));
}
