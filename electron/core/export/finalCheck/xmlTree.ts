import { SaxesParser } from 'saxes';

/** An element of a document part, with its name as written (w:p). Text is kept in order among the children. */
export type XmlElement = { name: string; attributes: Record<string, string>; children: (XmlElement | string)[] };

/** Parses a whole part; throws when it is not well formed. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '#root', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes: attributes as Record<string, string>, children: [] };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)!.children.push(text));
  parser.write(xml).close();
  return getElements(root)[0]!;
}

/** Child elements, of one name when given. */
export function getElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name));
}

/** The first child element of a name, or undefined. */
export function getElement(element: XmlElement, name: string): XmlElement | undefined {
  return getElements(element, name)[0];
}

/** All elements of the given names below `element`, in document order. */
export function findElements(element: XmlElement, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of getElements(element)) {
    if (names.includes(child.name)) found.push(child);
    found.push(...findElements(child, ...names));
  }
  return found;
}

/** Text directly inside an element. */
export function getOwnText(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

/** Text of all w:t below an element. */
export function getText(element: XmlElement): string {
  return findElements(element, 'w:t').map(getOwnText).join('');
}

const LINE_WIDTH = 140;

/** A part as golden files show it: an element on one line where it fits, else each child on its own; attributes in their order. */
export function printXml(element: XmlElement, indent = ''): string {
  const line = `${indent}${printLine(element)}\n`;
  if (line.length <= LINE_WIDTH || getElements(element).length === 0) return line;
  return `${indent}${printTag(element, '>')}\n${getElements(element)
    .map((child) => printXml(child, `${indent}  `))
    .join('')}${indent}</${element.name}>\n`;
}

function printLine(element: XmlElement): string {
  const content = element.children.map((child) => (typeof child === 'string' ? child : printLine(child))).join('');
  return content === '' ? printTag(element, '/>') : `${printTag(element, '>')}${content}</${element.name}>`;
}

function printTag(element: XmlElement, end: '>' | '/>'): string {
  const attributes = Object.entries(element.attributes)
    .filter(([name]) => !name.startsWith('xmlns') && name !== 'mc:Ignorable')
    .map(([name, value]) => ` ${name}="${value}"`);
  return `<${element.name}${attributes.join('')}${end}`;
}
