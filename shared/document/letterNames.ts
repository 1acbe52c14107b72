import type { Letter } from '../domain/letter';
import { BLANK, LETTER, toChineseDate } from './filingWords';

/** How a letter is called everywhere: by its own kind. */
export function nameLetter({ header }: Letter): string {
  return header.kind ?? LETTER;
}

/** Who sent a letter, with the department. */
export function nameSender({ header }: Letter): string {
  return `${header.regulator ?? BLANK}${header.department ?? ''}`;
}

/** Who sent a letter as titles name it: without the department, so that they keep to one line. */
export function nameRegulator({ header }: Letter): string {
  return header.regulator ?? BLANK;
}

/** A letter as the text first mentions it: 《年报问询函》（函号，以下简称“年报问询函”）. */
export function citeLetter(letter: Letter): string {
  const { letterNo } = letter.header;
  const name = nameLetter(letter);
  return `《${name}》（${letterNo === null ? '' : `${letterNo}，`}以下简称“${name}”）`;
}

/** The text, or a visible blank where there is none. */
export function orBlank(text: string): string {
  return text.trim() === '' ? BLANK : text.trim();
}

/** An ISO date in Chinese, or a visible blank. */
export function dateOrBlank(isoDate: string | null): string {
  return isoDate === null ? BLANK : toChineseDate(isoDate);
}
