import type { FilingBlock } from '../../../../../shared/document/filingBlock';
import type { FilingComment, ReviewMarks, TableMarks } from '../../../../../shared/document/reviewCopy/reviewMarks';
import { EXCHANGE_PROPERTY } from '../../../../../shared/review/word/wordTags';
import { escapeXml } from '../xml';
import { CITED_STYLE } from './paragraphs';
import { writeClock } from './reviewIds';

/** What a copy for reviewers has besides its blocks. `name` finds the exchange it was sent with when it comes back. */
export type ReviewContent = { marks: ReadonlyMap<FilingBlock, ReviewMarks | TableMarks>; comments: readonly FilingComment[]; name: string };

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of a document with those of a copy for reviewers: remarks, the style of cited figures, tracking switched on, its name. */
export function addReviewParts(parts: Readonly<Record<string, string>>, { comments, name }: ReviewContent): Record<string, string> {
  const change = (path: string, before: string, added: string) => ({ [path]: parts[path]!.replace(before, () => added + before) });
  const own = {
    ...change('word/styles.xml', '</w:styles>', CITED_FIGURE),
    ...change('word/settings.xml', '<w:defaultTabStop', '<w:trackRevisions/>'),
    'docProps/custom.xml': writeProperties(name),
  };
  if (comments.length === 0) return own;
  return {
    ...own,
    ...change('[Content_Types].xml', '</Types>', writeOverride('comments') + writeOverride('commentsExtended')),
    ...change(
      'word/_rels/document.xml.rels',
      '</Relationships>',
      `<Relationship Id="rIdComments" Type="${OFFICE}/relationships/comments" Target="comments.xml"/>` +
        '<Relationship Id="rIdCommentsExtended" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="commentsExtended.xml"/>',
    ),
    'word/comments.xml': `${HEAD}<w:comments ${NAMESPACES}>${comments.map(writeComment).join('')}</w:comments>`,
    'word/commentsExtended.xml': `${HEAD}<w15:commentsEx ${NAMESPACES}>${comments.map(writeExtension).join('')}</w15:commentsEx>`,
  };
}

/** A figure a reviewer can point at: dotted below, in the accent colour. */
const CITED_FIGURE =
  `<w:style w:type="character" w:customStyle="1" w:styleId="${CITED_STYLE}"><w:name w:val="有出处的数字"/><w:basedOn w:val="DefaultParagraphFont"/>` +
  '<w:rPr><w:u w:val="dotted" w:color="1F4E8C"/></w:rPr></w:style>';

function writeProperties(name: string): string {
  return (
    `${HEAD}<Properties xmlns="${OFFICE}/custom-properties" xmlns:vt="${OFFICE}/docPropsVTypes">` +
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${EXCHANGE_PROPERTY}"><vt:lpwstr>${escapeXml(name)}</vt:lpwstr></property></Properties>`
  );
}

function writeOverride(kind: 'comments' | 'commentsExtended'): string {
  return `<Override ContentType="${WORD}.${kind}+xml" PartName="/word/${kind}.xml"/>`;
}

/** The last paragraph of a remark names it in its thread. */
function writeComment({ author, at, text }: FilingComment, index: number): string {
  const lines = text.split('\n');
  const paragraphs = lines.map((line, place) => {
    const name = place === lines.length - 1 ? ` w14:paraId="${getParagraphId(index)}"` : '';
    const run = `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`;
    return `<w:p${name}><w:pPr><w:pStyle w:val="AnnotationText"/></w:pPr>${run}</w:p>`;
  });
  const initials = Array.from(author).slice(0, 2).join('');
  const attributes = `w:id="${index}" w:author="${escapeXml(author)}" w:date="${writeClock(at)}" w:initials="${escapeXml(initials)}"`;
  return `<w:comment ${attributes}>${paragraphs.join('')}</w:comment>`;
}

function writeExtension({ parent, resolved }: FilingComment, index: number): string {
  const answers = parent === null ? '' : ` w15:paraIdParent="${getParagraphId(parent)}"`;
  return `<w15:commentEx w15:paraId="${getParagraphId(index)}"${answers} w15:done="${resolved ? 1 : 0}"/>`;
}

function getParagraphId(comment: number): string {
  return (0x10000000 + comment).toString(16).toUpperCase();
}
