import type { ReadPart, ReadTable } from '../../domain/dataTable';
import { squeeze } from './compareText';
import type { AskedQuestion } from './draftSplit';
import { readQuestionHeading } from './findQuestions';
import { splitLabel } from './headings';

/** Characters of a line that prove it to be the letter's. */
const SHORTEST_PROOF = 8;

/** The parts with questions that stand in a frame (a table of one column, as many offices set them) as the paragraphs they are. Other such tables stay. */
export function unframeQuestions(parts: readonly ReadPart[], questions: readonly AskedQuestion[]): ReadPart[] {
  if (!parts.some((part) => part.type === 'table' && isFrame(part.table))) return [...parts];
  const asked = questions.map(({ text }) => squeeze(text));
  return parts.flatMap((part): ReadPart[] => {
    if (part.type !== 'table' || !isFrame(part.table)) return [part];
    const lines = listLines(part.table);
    return lines.some((line) => isAsked(line, asked))
      ? lines.map((text) => ({ type: 'paragraph', text, place: part.table.place }))
      : [part];
  });
}

function isFrame({ rows }: ReadTable): boolean {
  return rows.length > 0 && rows.every((cells) => cells.length === 1 && (cells[0]!.nested ?? []).length === 0);
}

function listLines({ rows }: ReadTable): string[] {
  return rows
    .flatMap(([cell]) => cell!.text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function isAsked(line: string, asked: readonly string[]): boolean {
  const keys = [line, splitLabel(line).rest, readQuestionHeading(line)?.rest ?? ''].map(squeeze);
  return keys.some((key) => key.length >= SHORTEST_PROOF && asked.some((text) => text.includes(key)));
}
