import { strToU8, type Zippable, zipSync } from 'fflate';

/** Parts of a small DOCX for tests; each is the inside of its root element. */
export type DocxFixture = {
  body: string;
  styles?: string;
  numbering?: string;
  footnotes?: string;
  /** Relationship id → target below word/, with the bytes stored there. */
  media?: Record<string, { target: string; bytes: Uint8Array }>;
  /** Further whole entries, replacing those of the same name. */
  entries?: Record<string, string>;
};

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The bytes of a DOCX with these parts. */
export function buildDocx(fixture: DocxFixture): Uint8Array {
  const relations = ['styles', 'numbering', 'footnotes'].map(
    (kind) => `<Relationship Id="rel-${kind}" Type="${RELATION}/${kind}" Target="${kind}.xml"/>`,
  );
  const files: Zippable = {
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(`<w:document ${NAMESPACES}><w:body>${fixture.body}</w:body></w:document>`),
    'word/styles.xml': strToU8(`<w:styles ${NAMESPACES}>${fixture.styles ?? ''}</w:styles>`),
    'word/numbering.xml': strToU8(`<w:numbering ${NAMESPACES}>${fixture.numbering ?? ''}</w:numbering>`),
    'word/footnotes.xml': strToU8(`<w:footnotes ${NAMESPACES}>${fixture.footnotes ?? ''}</w:footnotes>`),
  };
  for (const [id, { target, bytes }] of Object.entries(fixture.media ?? {})) {
    relations.push(`<Relationship Id="${id}" Type="${RELATION}/image" Target="${target}"/>`);
    files[`word/${target}`] = bytes;
  }
  files['word/_rels/document.xml.rels'] = strToU8(`<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`);
  for (const [name, text] of Object.entries(fixture.entries ?? {})) files[name] = strToU8(text);
  return zipSync(files, { mtime: new Date('1980-01-01T00:00:00') });
}

/** A paragraph with properties and runs given as XML, or with plain text. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') ? content : run(content);
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A run of plain text. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A cell with properties and paragraphs. */
export function tc(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${text.startsWith('<') ? text : p(text)}</w:tc>`;
}
