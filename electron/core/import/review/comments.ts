import type { ReviewedComment } from '../../../../shared/review/word/reviewedDocument';
import type { DocxPackage } from '../docx/docxPackage';
import { childrenOf, elementsOf, findAll } from '../docx/xmlTree';
import { readClock, readText } from './revisions';

/** Remarks of a document in the order of their part; which answers which, and which is done, as commentsExtended says. */
export function readComments(pack: DocxPackage): ReviewedComment[] {
  const threads = readThreads(pack);
  const comments = pack.listRelated('comments').flatMap(({ root }) => childrenOf(root, 'w:comment'));
  const byParagraph = new Map<string, string>();
  const read = comments.map((comment, index) => {
    const { 'w:id': id = `#${index}`, 'w:author': author = '', 'w:date': date } = comment.attributes;
    const paragraphs = findAll(comment, 'w:p');
    for (const paragraph of paragraphs) byParagraph.set(paragraph.attributes['?paraId'] ?? '', id);
    const thread = threads.get(paragraphs.at(-1)?.attributes['?paraId'] ?? '');
    const text = paragraphs
      .map((paragraph) => readText(paragraph, true))
      .join('\n')
      .trim();
    return { id, author, at: readClock(date), text, parent: thread?.parent ?? null, done: thread?.done ?? false };
  });
  return read.map((comment) => ({ ...comment, parent: comment.parent === null ? null : (byParagraph.get(comment.parent) ?? null) }));
}

/** By the name of a remark's last paragraph: the name of its parent's, and whether it is done. */
function readThreads(pack: DocxPackage): Map<string, { parent: string | null; done: boolean }> {
  const threads = new Map<string, { parent: string | null; done: boolean }>();
  for (const element of pack.listRelated('commentsExtended').flatMap(({ root }) => elementsOf(root))) {
    const { '?paraId': name, '?paraIdParent': parent = null, '?done': done } = element.attributes;
    if (name !== undefined) threads.set(name, { parent, done: done === '1' || done === 'true' });
  }
  return threads;
}
