import type { BlockId, FigureId, QuestionId, RowId, SectionId } from '../../domain/ids';

/** What the names in a sent document begin with. A bookmark name begins with _ so that Word hides it, and holds 40 characters at most. */
const MARK = 'huihan';
const KINDS = { block: 'b', part: 'p', section: 's', question: 'q', figure: 'f', row: 'r' } as const;
type TagKind = keyof typeof KINDS;

const NAME = new RegExp(`^_?${MARK}[_:]([${Object.values(KINDS).join('')}])[_:]([0-9A-Za-z]{1,24}?)(?:[_:](\\d+))?$`);

/** The name of a thing in a document; `copy` tells its second and later appearances apart. */
export function nameTag(kind: TagKind, id: BlockId | SectionId | QuestionId | FigureId | RowId, copy = 0): string {
  return `${MARK}_${KINDS[kind]}_${id}${copy === 0 ? '' : `_${copy}`}`;
}

/** The hidden bookmark of the same name. */
export function toBookmark(tag: string): string {
  return `_${tag}`;
}

/** The tag in a content control's tag or a bookmark's name; null for those of others. Editors are known to change the case of neither. */
export function readTag(name: string | undefined): string | null {
  const match = name === undefined ? null : NAME.exec(name);
  return match && `${MARK}_${match[1]}_${match[2]}${match[3] === undefined ? '' : `_${match[3]}`}`;
}

/** What kind of thing a tag names. */
export function isTagOf(kind: TagKind, tag: string): boolean {
  return tag.startsWith(`${MARK}_${KINDS[kind]}_`);
}

/** Name of the document property that holds the name of the exchange it was sent with. */
export const EXCHANGE_PROPERTY = 'HuihanExchange';
