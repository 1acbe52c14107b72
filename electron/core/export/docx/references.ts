import { escapeXml } from './xml';

/*
 * Cross references and their targets are written as tags of our own first, which no text can be taken for, and become fields and bookmarks once the
 * whole body is known: only what is referred to gets a bookmark, and a reference to what this document leaves out stays plain words.
 */

/** XML a cross reference may lead to. */
export function markTarget(anchor: string | undefined, xml: string): string {
  return anchor === undefined ? xml : `<target id="${escapeXml(anchor)}">${xml}</target>`;
}

/** The run with the words of a cross reference. */
export function markReference(anchor: string, run: string): string {
  return `<refers to="${escapeXml(anchor)}">${run}</refers>`;
}

const REFERENCES = /<refers to="([^"]*)">(.*?)<\/refers>/g;
const TARGETS = /<target id="([^"]*)">(.*?)<\/target>/gs;

/** The body with fields that show the words as cached, and bookmarks around what they lead to. */
export function settleReferences(xml: string): string {
  const wanted = new Set([...xml.matchAll(REFERENCES)].map((match) => match[1]!));
  const held = new Map<string, string>();
  const marked = xml.replace(TARGETS, (_, anchor: string, inner: string) => {
    if (!wanted.has(anchor) || held.has(anchor)) return inner;
    held.set(anchor, readWords(inner));
    const id = held.size;
    // A bookmark around a whole table would reach into its last cell: its start alone marks the place.
    const [start, end] = [`<w:bookmarkStart w:id="${id}" w:name="${nameBookmark(anchor)}"/>`, `<w:bookmarkEnd w:id="${id}"/>`];
    return inner.startsWith('<w:tbl>') || inner.startsWith('<w:p>') ? `${start}${end}${inner}` : `${start}${inner}${end}`;
  });
  return marked.replace(REFERENCES, (_, anchor: string, run: string) => {
    const words = held.get(anchor);
    return words === undefined ? run : writeField(nameBookmark(anchor), words === readWords(run), run);
  });
}

/** The text of written XML, still escaped. */
function readWords(xml: string): string {
  return [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
}

/** REF takes the target's text anew when fields are updated; a link keeps its words, which say where the target stands. */
function writeField(bookmark: string, repeats: boolean, run: string): string {
  const code = repeats ? ` REF ${bookmark} \\h ` : ` HYPERLINK \\l "${bookmark}" `;
  return (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    `<w:r><w:instrText xml:space="preserve">${escapeXml(code)}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  );
}

/** A name Word hides from its list of bookmarks: letters, digits and _ only, at most 40 characters. */
function nameBookmark(anchor: string): string {
  return `_Ref${anchor.replace(/\W/g, '_')}`.slice(0, 40);
}
