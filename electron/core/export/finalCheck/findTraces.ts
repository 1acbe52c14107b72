import { message, type Message } from '../../../../shared/domain/message';
import { type FinalParts, findPart } from './finalParts';
import { sayPlaces, type Placed } from './storyPlaces';
import { findElements, getElements, getOwnText, type XmlElement } from './xmlTree';

/** Every element Word writes for a change it tracks: of words, formatting, tables, numbering and pages. */
const TRACKED =
  /^w:(?:ins|del|move(?:From|To)(?:RangeStart)?|(?:rPr|pPr|tblPr|tblPrEx|trPr|tcPr|tblGrid|sectPr|numbering)Change|cell(?:Ins|Del|Merge)|customXml(?:Ins|Del|MoveFrom|MoveTo)RangeStart)$/;

/** Parts that hold nothing but remarks and who made them. */
const REMARK_PARTS = /^word\/(?:comments\w*|people)\.xml$/i;

/** What only a draft may have: tracked changes, remarks, names of who wrote it, and text or marks a reader does not see. */
export function findTraces(parts: FinalParts, placed: readonly Placed[]): Message[] {
  const changes = placed.filter(({ element }) => TRACKED.test(element.name));
  const remarks = placed.filter(({ element }) => element.name === 'w:commentReference' || element.name === 'w:comment');
  const hidden = placed.filter(({ element }) => (element.name === 'w:vanish' || element.name === 'w:specVanish') && isOn(element));
  const lit = placed.filter(({ element }) => element.name === 'w:highlight' && element.attributes['w:val'] !== 'none');
  const settings = findPart(parts, 'w:settings');
  const isTracking = settings !== undefined && findElements(settings, 'w:trackRevisions').some(isOn);
  return [
    ...say('warning.final-tracked', changes),
    ...(isTracking ? [message('warning.final-tracking')] : []),
    ...say('warning.final-comments', remarks),
    ...listOwners(parts).map(({ name, part }) => message('warning.final-author', { name, part: sayPart(part) })),
    ...say('warning.final-hidden', hidden),
    ...say('warning.final-highlight', lit),
  ];
}

type Counted = 'warning.final-tracked' | 'warning.final-comments' | 'warning.final-hidden' | 'warning.final-highlight';

function say(key: Counted, found: readonly Placed[]): Message[] {
  return found.length === 0 ? [] : [message(key, { count: found.length, where: sayPlaces(found.map(({ place }) => place)) })];
}

/** Whether a switch of formatting is on. */
export function isOn({ attributes }: XmlElement): boolean {
  return !/^(?:0|false|off)$/.test(attributes['w:val'] ?? '1');
}

/** Properties that name somebody, or hold what somebody noted. The reader has no prefix for their namespaces. */
const NAMING: ReadonlySet<string> = new Set(
  ['creator', 'lastModifiedBy', 'description', 'keywords', 'category', 'subject', 'Manager', 'Company', 'HyperlinkBase'].map(
    (name) => `?${name}`,
  ),
);

/** Properties of its own that WPS writes into every file, and that name nobody. */
const OF_WPS: ReadonlySet<string> = new Set(['KSOProductBuildVer', 'ICV']);

type Owner = { name: string; part: string };

/** A part as its user knows it; its path where it is none Word shows. */
function sayPart(part: string): Message | string {
  if (part.startsWith('docProps/')) return message('final.part-properties');
  if (REMARK_PARTS.test(part)) return message('final.part-remarks');
  return part.startsWith('word/') ? message('final.part-text') : part;
}

/** Who made, changed or remarked on it, by each part that says so; docx names itself as the author of nothing, so any name counts. */
function listOwners({ xml, names }: FinalParts): Owner[] {
  const owners = [...xml].flatMap(([part, root]): Owner[] => {
    const texts = part.endsWith('.rels') ? [] : [...listNoted(part, root), ...listAuthors(root)];
    return [...new Set(texts.map((text) => text.trim()))].flatMap((name) => (name === '' ? [] : [{ name, part }]));
  });
  const silent = names.filter((part) => REMARK_PARTS.test(part) && !owners.some((owner) => owner.part === part) && !isEmpty(xml.get(part)));
  return [...owners, ...silent.map((part) => ({ name: '—', part }))];
}

function listNoted(part: string, root: XmlElement): string[] {
  if (/^customXml\/item\d+\.xml$/.test(part)) return readText(root);
  if (part === 'docProps/custom.xml')
    return getElements(root).flatMap((one) => (OF_WPS.has(one.attributes['name'] ?? '') ? [] : readText(one)));
  return part.startsWith('docProps/') ? findAll(root, ({ name }) => NAMING.has(name)).flatMap(readText) : [];
}

function listAuthors(root: XmlElement): string[] {
  return findAll(root, () => true).flatMap(({ attributes }) => [attributes['w:author'] ?? '', attributes['?author'] ?? '']);
}

function isEmpty(root: XmlElement | undefined): boolean {
  return root === undefined || root.children.every((child) => typeof child === 'string');
}

function findAll(element: XmlElement, matches: (element: XmlElement) => boolean): XmlElement[] {
  const inner = element.children.flatMap((child) => (typeof child === 'string' ? [] : findAll(child, matches)));
  return matches(element) ? [element, ...inner] : inner;
}

/** The texts of an element and those below it. */
function readText(element: XmlElement): string[] {
  return findAll(element, () => true)
    .map((one) => getOwnText(one).trim())
    .filter((text) => text !== '');
}
