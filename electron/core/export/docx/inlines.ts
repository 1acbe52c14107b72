import type { Emphasis, FilingInline } from '../../../../shared/document/filingBlock';
import { EXEMPT_STYLE, REVISED_STYLE } from './styles';
import { markReference } from './references';
import { escapeXml } from './xml';

type InlineWriters = { [Type in FilingInline['type']]: (inline: Extract<FilingInline, { type: Type }>) => string };

/** How each inline is written; an inline without a writer does not compile. */
const INLINE_WRITERS: InlineWriters = {
  text: (inline) => {
    const run = writeRun(inline.text, inline);
    return inline.refersTo === undefined ? run : markReference(inline.refersTo, run);
  },
  footnote: ({ note }) => `<note text="${escapeXml(note)}"/>`,
  break: () => '<w:r><w:br/></w:r>',
  tab: () => '<w:r><w:tab/></w:r>',
};

/** Runs of the inlines. No formatting but the font hint and the writer's own emphasis: everything else is in styles. */
export function writeInlines(inlines: readonly FilingInline[]): string {
  return inlines.map((inline) => (INLINE_WRITERS[inline.type] as (inline: FilingInline) => string)(inline)).join('');
}

const NOT_ASCII = /[^\0-\x7f]/;

/** Quotation marks, dashes and circled digits are drawn half wide in the Latin font unless the run itself says otherwise. */
const EAST_ASIAN_HINT = '<w:rFonts w:hint="eastAsia"/>';

function writeRun(text: string, { bold, italic, underline, sub, sup, revised, exempt }: Emphasis): string {
  const style = revised ? REVISED_STYLE : exempt ? EXEMPT_STYLE : null;
  const properties =
    (style === null ? '' : `<w:rStyle w:val="${style}"/>`) +
    (NOT_ASCII.test(text) ? EAST_ASIAN_HINT : '') +
    // Bold of a character style and of a paragraph style cancel each other out in Word.
    (bold || revised ? '<w:b/><w:bCs/>' : '') +
    (italic ? '<w:i/><w:iCs/>' : '') +
    (underline ? '<w:u w:val="single"/>' : '') +
    (sub ? '<w:vertAlign w:val="subscript"/>' : sup ? '<w:vertAlign w:val="superscript"/>' : '');
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}
