import { getFinalText, getOriginalText, type ReviewedDocument, type ReviewedNote } from '../../../../shared/review/word/reviewedDocument';
import { openDocx } from '../docx/docxPackage';
import { readListForms } from '../docx/listForms';
import { readStyles } from '../docx/styles';
import { childrenOf, elementsOf } from '../docx/xmlTree';
import { listRevisions } from '../../../../shared/review/word/tableChanges';
import { EXCHANGE_PROPERTY } from '../../../../shared/review/word/wordTags';
import { BlockReader } from './blocks';
import { readComments } from './comments';
import { readClock, RevisionRegister } from './revisions';

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
  const [styles, lists] = [readStyles(pack.styles), readListForms(pack.numbering)];
  const noteReader = new BlockReader(fileName, register, styles, lists, {
    'w:footnoteReference': new Map(),
    'w:endnoteReference': new Map(),
  });
  const reader = new BlockReader(fileName, register, styles, lists, {
    'w:footnoteReference': readNotes(noteReader, pack.footnotes, 'w:footnote'),
    'w:endnoteReference': readNotes(noteReader, pack.endnotes, 'w:endnote'),
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

function readNotes(reader: BlockReader, part: Parameters<typeof childrenOf>[0], name: string): Map<string, ReviewedNote> {
  return new Map(childrenOf(part, name).map((note) => [note.attributes['w:id'] ?? '', readNote(reader.read(note))]));
}

function readNote(blocks: ReviewedDocument['blocks']): ReviewedNote {
  const paragraphs = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.pieces] : []));
  return {
    before: paragraphs.map(getOriginalText).join('\n').trim(),
    after: paragraphs.map(getFinalText).join('\n').trim(),
    revisions: listRevisions(blocks),
  };
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
