import type { ReviewedDocument } from '../../../../shared/review/word/reviewedDocument';
import { openDocx } from '../docx/docxPackage';
import { readStyles } from '../docx/styles';
import { childrenOf, elementsOf } from '../docx/xmlTree';
import { EXCHANGE_PROPERTY } from '../../../../shared/review/word/wordTags';
import { BlockReader } from './blocks';
import { readComments } from './comments';
import { readClock, readText, RevisionRegister } from './revisions';

/**
 * Reads a DOCX with its tracked changes and remarks as they stand, nothing accepted or rejected, from body, headers, footers and notes. Throws an
 * AppError naming the file when it cannot be read at all.
 */
export function readReview(bytes: Uint8Array, fileName: string): ReviewedDocument {
  const pack = openDocx(bytes, fileName);
  const register = new RevisionRegister();
  register.addPart('document', pack.body);
  const headers = pack.listRelated('header');
  const footers = pack.listRelated('footer');
  for (const { name, root } of [...headers, ...footers]) register.addPart(name, root);
  const notes = [pack.footnotes, pack.endnotes].flatMap((part) => (part ? elementsOf(part) : []));
  for (const part of [pack.footnotes, pack.endnotes]) if (part) register.addPart('notes', part);
  const reader = new BlockReader(fileName, register, readStyles(pack.styles), {
    'w:footnoteReference': readNotes(pack.footnotes, 'w:footnote'),
    'w:endnoteReference': readNotes(pack.endnotes, 'w:endnote'),
  });
  return {
    blocks: reader.read(pack.body),
    stories: [
      ...headers.map(({ root }) => ({ kind: 'header' as const, blocks: reader.read(root) })),
      ...footers.map(({ root }) => ({ kind: 'footer' as const, blocks: reader.read(root) })),
      ...notes.map((root) => ({ kind: 'note' as const, blocks: reader.read(root) })),
    ],
    comments: readComments(pack),
    revisions: register.list(),
    ...readProperties(pack.readPart('docProps/core.xml'), pack.readPart('docProps/custom.xml')),
  };
}

function readNotes(part: Parameters<typeof childrenOf>[0], name: string): Map<string, string> {
  return new Map(childrenOf(part, name).map((note) => [note.attributes['w:id'] ?? '', readText(note).trim()]));
}

type Properties = Pick<ReviewedDocument, 'exchange' | 'lastModifiedBy' | 'modifiedAt'>;

function readProperties(core: Parameters<typeof childrenOf>[0], custom: Parameters<typeof childrenOf>[0]): Properties {
  const textOf = (name: string) => {
    const element = childrenOf(core, name)[0];
    return element
      ? element.children
          .filter((node) => typeof node === 'string')
          .join('')
          .trim()
      : '';
  };
  const named = childrenOf(custom, '?property').find((property) => property.attributes['name'] === EXCHANGE_PROPERTY);
  const [value] = named ? elementsOf(named) : [];
  const exchange = value
    ? value.children
        .filter((node) => typeof node === 'string')
        .join('')
        .trim()
    : '';
  return {
    exchange: exchange === '' ? null : exchange,
    lastModifiedBy: textOf('?lastModifiedBy'),
    modifiedAt: readClock(textOf('?modified')),
  };
}
