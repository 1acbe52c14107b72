import type { ReadPart } from '../../domain/dataTable';
import type { HeadingLevel } from '../../domain/reply';
import { OPEN_BLANK } from '../openBlank';
import { HEADING_LABELS } from './draftTerms';

type Paragraph = Extract<ReadPart, { type: 'paragraph' }>;

const LONGEST_HEADING = 120;
const LONGEST_SMALL_HEADING = 30;

/** The text behind its label (一、, （1）, ①…), and the heading level that label stands for; level null without one. */
export function splitLabel(text: string): { level: HeadingLevel | null; rest: string } {
  for (const { level, pattern } of HEADING_LABELS) {
    const match = pattern.exec(text);
    if (match) return { level, rest: text.slice(match[0].length).trim() };
  }
  return { level: null, rest: text };
}

/**
 * The heading level of a paragraph by label and shape (docs/HOUSE-FORMAT.md), or null for body text. Where the file itself marks headings, an unmarked
 * paragraph has to be bold as well.
 */
export function findHeadingLevel(paragraph: Paragraph, fileMarksHeadings: boolean): HeadingLevel | null {
  const { level } = splitLabel(paragraph.text);
  if (paragraph.outline !== undefined) return level ?? clampLevel(paragraph.outline);
  if (level === null || (fileMarksHeadings && !paragraph.bold)) return null;
  return hasHeadingShape(paragraph.text, level) ? level : null;
}

function clampLevel(outline: number): HeadingLevel {
  return Math.min(Math.max(outline, 2), 6) as HeadingLevel;
}

function hasHeadingShape(text: string, level: HeadingLevel): boolean {
  if (/[。；：:;…，,]$/.test(text) || text.includes('\n') || OPEN_BLANK.test(text)) return false;
  if (level === 3) return true;
  return text.length <= (level === 6 ? LONGEST_SMALL_HEADING : LONGEST_HEADING);
}
