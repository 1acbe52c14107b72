import { message, type Message } from '../../../../shared/domain/message';
import type { FinalParts } from './finalParts';
import { listParagraphs, sayPlaces, sayStoryPlace, showsSomething, type Placed } from './storyPlaces';
import { getElements, getOwnText, type XmlElement } from './xmlTree';

/** Parts that run or carry another file; the workbook behind a chart is none. */
const RUNS = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|activeX\/|macrosheets\/)|\.(?:exe|js|vbs|bin|docm|dotm)$/i;

/** What a filed document must not carry: macros, embedded files, anything fetched from elsewhere, pictures nobody can read aloud, broken fields. */
export function findForeignParts(parts: FinalParts, placed: readonly Placed[]): Message[] {
  return [...listEmbedded(parts), ...listExternal(parts), ...findSilentPictures(placed), ...findBrokenFields(placed)];
}

function listEmbedded({ names, relations }: FinalParts): Message[] {
  const ofCharts = new Set(relations.filter(({ part }) => part.includes('/charts/')).map(({ target }) => target.replace(/^.*\//, '')));
  return names
    .filter((name) => RUNS.test(name) || (/^word\/embeddings\/./.test(name) && !ofCharts.has(name.replace(/^.*\//, ''))))
    .concat(
      relations
        .filter(({ kind }) => /^(?:aFChunk|subDocument|oleObject|attachedTemplate|mailMergeSource)$/.test(kind))
        .map(({ target }) => target),
    )
    .map((part) => message('warning.final-embedded', { part }));
}

function listExternal({ relations }: FinalParts): Message[] {
  return relations.filter(({ isExternal }) => isExternal).map(({ part, target }) => message('warning.final-external', { part, target }));
}

function findSilentPictures(placed: readonly Placed[]): Message[] {
  const silent = placed.filter(({ element: { name, attributes, children } }) => {
    if (name === 'wp:docPr') return (attributes['descr'] ?? '').trim() === '' && !hasInside({ name, attributes, children }, '?decorative');
    if (name === 'w:pict') return hasInside({ name, attributes, children }, 'v:imagedata') && !hasAlt({ name, attributes, children });
    return false;
  });
  return silent.map(({ place }) => message('warning.final-alt', { where: sayStoryPlace(place) }));
}

function hasInside(element: XmlElement, name: string): boolean {
  return getElements(element).some((child) => child.name === name || hasInside(child, name));
}

function hasAlt(element: XmlElement): boolean {
  return getElements(element).some((child) => (child.attributes['alt'] ?? '').trim() !== '' || hasAlt(child));
}

/** What Word prints where a reference leads nowhere. */
const FIELD_ERROR =
  /错误[!！]\s*(?:未找到|未定义|文档中没有|不能|书签|超链接|无效|图像)|Error!\s*(?:Reference|Bookmark|No |Not a|Unknown|Hyperlink)/i;

/** Fields that say something else tomorrow or on another computer, or fetch something. */
const UNSTEADY =
  /^\s*(?:DATE|TIME|SAVEDATE|PRINTDATE|CREATEDATE|EDITTIME|AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS|FILENAME|COMMENTS|LINK|DDE(?:AUTO)?|INCLUDETEXT|INCLUDEPICTURE|IMPORT|MACROBUTTON|ASK|FILLIN|MERGEFIELD|GOTOBUTTON|AUTOTEXT|QUOTE|DOCVARIABLE)\b/i;

function findBrokenFields(placed: readonly Placed[]): Message[] {
  const wrong = listParagraphs(placed).filter(({ text }) => FIELD_ERROR.test(text));
  const unsteady = placed.filter(({ element }) => {
    const code =
      element.name === 'w:instrText' ? getOwnText(element) : element.name === 'w:fldSimple' ? (element.attributes['w:instr'] ?? '') : '';
    return UNSTEADY.test(code);
  });
  const found = [...wrong, ...unsteady, ...findOpenFields(placed)];
  return found.length === 0
    ? []
    : [message('warning.final-field', { count: found.length, where: sayPlaces(found.map(({ place }) => place)) })];
}

/** Fields that begin and never end, or end without having begun. */
function findOpenFields(placed: readonly Placed[]): Placed[] {
  const open: Placed[] = [];
  const stray: Placed[] = [];
  for (const one of placed) {
    if (one.element.name !== 'w:fldChar') continue;
    const type = one.element.attributes['w:fldCharType'];
    if (type === 'begin') open.push(one);
    else if (type === 'end' && open.pop() === undefined) stray.push(one);
  }
  return [...open, ...stray];
}

/** Empty paragraphs between those that say something; a distance is a matter of styles. The blank line above the signature is ours. */
export function findEmptyParagraphs(placed: readonly Placed[], spacers: ReadonlySet<string>, signOff: string): Message[] {
  const paragraphs = listParagraphs(placed).filter(({ place }) => place.kind === 'body' && place.table === null && !place.isInBox);
  const styleOf = ({ element }: Placed) =>
    getElements(element, 'w:pPr').flatMap((one) => getElements(one, 'w:pStyle'))[0]?.attributes['w:val'] ?? '';
  const isEmpty = ({ element, text }: (typeof paragraphs)[number]) => text.trim() === '' && !showsSomething(element);
  const found = paragraphs.filter((one, index) => {
    if (!isEmpty(one) || spacers.has(styleOf(one)) || hasInside(one.element, 'w:sectPr')) return false;
    const next = paragraphs[index + 1];
    return next === undefined || styleOf(next) !== signOff || isEmpty(next);
  });
  return found.length === 0
    ? []
    : [message('warning.final-empty', { count: found.length, where: sayPlaces(found.map(({ place }) => place)) })];
}
