import type { Letter } from '../domain/letter';

/** What a letter is called everywhere: by its own kind (年报问询函, 关注函…), else by its file. */
export function getLetterName({ header, fileName }: Pick<Letter, 'header' | 'fileName'>): string {
  return header.kind ?? fileName.replace(/\.[^.]+$/, '');
}
