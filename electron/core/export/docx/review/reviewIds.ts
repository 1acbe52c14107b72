import type { Authorship } from '../../../../../shared/document/reviewCopy/reviewMarks';
import { escapeXml } from '../xml';

/** Ids of bookmarks, content controls and tracked changes: each kind must be unique in a document, so all count together. */
export type ReviewIds = { last: number };

/** Ids of a new document; those of cross references count from 1 and stay far below. */
export function startIds(): ReviewIds {
  return { last: 1_000_000 };
}

/** The next id. */
export function nextId(ids: ReviewIds): number {
  ids.last += 1;
  return ids.last;
}

const BEIJING_MS = 8 * 3_600_000;

/** Attributes of a tracked change. Word shows the clock as written, whatever zone is named: it is Beijing's. */
export function writeAuthorship({ author, at }: Authorship, ids: ReviewIds): string {
  return `w:id="${nextId(ids)}" w:author="${escapeXml(author)}" w:date="${writeClock(at)}"`;
}

/** Beijing's clock at an ISO time, in the form Word writes. */
export function writeClock(at: string): string {
  return `${new Date(Date.parse(at) + BEIJING_MS).toISOString().slice(0, 19)}Z`;
}

/**
 * A content control around whole paragraphs or a table, without a frame of its own. It is a document part because LibreOffice 7 repeats the text of a
 * plain one when it saves.
 */
export function wrapBlock(content: string, tag: string, ids: ReviewIds): string {
  const part = '<w15:appearance w15:val="hidden"/><w:docPartObj><w:docPartGallery w:val="Custom 1"/></w:docPartObj>';
  return `<w:sdt><w:sdtPr>${writeTag(tag, ids)}${part}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

/** A content control around runs; `alias` is the title it shows when chosen. */
export function wrapRuns(content: string, tag: string, alias: string, ids: ReviewIds): string {
  const title = alias === '' ? '' : `<w:alias w:val="${escapeXml(alias)}"/>`;
  return `<w:sdt><w:sdtPr>${title}${writeTag(tag, ids)}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

function writeTag(tag: string, ids: ReviewIds): string {
  return `<w:tag w:val="${escapeXml(tag)}"/><w:id w:val="${nextId(ids)}"/>`;
}

/** Both ends of a bookmark. */
export function writeBookmark(name: string, ids: ReviewIds): [start: string, end: string] {
  const id = nextId(ids);
  return [`<w:bookmarkStart w:id="${id}" w:name="${escapeXml(name)}"/>`, `<w:bookmarkEnd w:id="${id}"/>`];
}

/** Both ends of a remark's range; the second holds the remark's own mark. */
export function writeCommentRange(comment: number): [start: string, end: string] {
  return [
    `<w:commentRangeStart w:id="${comment}"/>`,
    `<w:commentRangeEnd w:id="${comment}"/><w:r><w:commentReference w:id="${comment}"/></w:r>`,
  ];
}

/** Runs as text that is proposed to go. */
export function toDeleted(runs: string): string {
  return runs.replaceAll('<w:t ', '<w:delText ').replaceAll('</w:t>', '</w:delText>');
}
