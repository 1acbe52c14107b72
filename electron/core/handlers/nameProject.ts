import type { LetterHeader } from '../../../shared/domain/letter';

/** Characters no file system of ours takes, and control characters. */
const UNSAFE = /[\\/:*?"<>|\u0000-\u001f]/g;
const LONGEST = 60;

/** What a project made from a letter is called: company and the letter's own kind, such as 澄屿科技-半年报问询函; the file's name when the letter says neither. */
export function nameProject(header: Pick<LetterHeader, 'shortName' | 'company' | 'kind'>, fileName: string): string {
  const company = header.shortName ?? header.company;
  if (company === null) return fileName;
  const name = [company, header.kind]
    .filter((part) => part !== null)
    .join('-')
    .replace(UNSAFE, '')
    .trim();
  return name === '' ? fileName : name.slice(0, LONGEST);
}
