import { createInlines } from '../../../../shared/document/filingBlock';
import { writeInlines } from './inlines';
import { FOOTNOTE_TEXT_STYLE } from './styles';

/** Footnotes as `writeInlines` leaves them: their numbers follow once the whole body is known. */
const NOTES = /<note text="([^"]*)"\/>/g;
const REFERENCE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>';

/** The body with its references to footnotes, and the footnotes as XML, numbered from 1. */
export function settleFootnotes(xml: string): { xml: string; footnotes: string } {
  let count = 0;
  let footnotes = '';
  const settled = xml.replace(NOTES, (_, escaped: string) => {
    count += 1;
    footnotes +=
      `<w:footnote w:id="${count}"><w:p><w:pPr><w:pStyle w:val="${FOOTNOTE_TEXT_STYLE}"/></w:pPr><w:r>${REFERENCE}<w:footnoteRef/></w:r>` +
      `${writeInlines(createInlines(` ${unescapeXml(escaped)}`))}</w:p></w:footnote>`;
    return `<w:r>${REFERENCE}<w:footnoteReference w:id="${count}"/></w:r>`;
  });
  return { xml: settled, footnotes };
}

/** footnotes.xml as docx writes it, with its separators, and the notes behind them. */
export function fillFootnotes(part: string, footnotes: string): string {
  return part.replace('</w:footnotes>', () => `${footnotes}</w:footnotes>`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

function unescapeXml(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity]!);
}
