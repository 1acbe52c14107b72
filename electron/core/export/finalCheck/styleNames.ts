import type { FinalParts } from './finalParts';
import { findElements, getElement, getElements, type XmlElement } from './xmlTree';

const USES = ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next', 'w:link', 'w:numStyleLink', 'w:styleLink'];

/** Gives the styles of a file the ids they were written with, wherever they are used: WPS and LibreOffice number them anew and keep their names alone. */
export function restoreStyleIds({ xml }: FinalParts, styles: XmlElement | undefined, expected: XmlElement): void {
  if (styles === undefined) return;
  const ids = new Map(getElements(expected, 'w:style').map((style) => [nameStyle(style), style.attributes['w:styleId'] ?? '']));
  const renamed = new Map(
    getElements(styles, 'w:style').flatMap((style) => {
      const [now, was] = [style.attributes['w:styleId'] ?? '', ids.get(nameStyle(style))];
      return was === undefined || was === now ? [] : [[now, was] as const];
    }),
  );
  if (renamed.size === 0) return;
  for (const style of getElements(styles, 'w:style')) rename(style, 'w:styleId', renamed);
  for (const root of xml.values()) for (const use of findElements(root, ...USES)) rename(use, 'w:val', renamed);
}

function nameStyle(style: XmlElement): string {
  return `${style.attributes['w:type'] ?? 'paragraph'} ${(getElement(style, 'w:name')?.attributes['w:val'] ?? '').toLowerCase()}`;
}

function rename({ attributes }: XmlElement, key: string, renamed: ReadonlyMap<string, string>): void {
  const id = renamed.get(attributes[key] ?? '');
  if (id !== undefined) attributes[key] = id;
}
