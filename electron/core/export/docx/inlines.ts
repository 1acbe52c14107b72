import { type ParagraphChild, Tab, TextRun } from 'docx';
import type { FilingInline } from '../../../../shared/document/filingBlock';
import { toXmlText } from './xmlText';

type InlineWriters = { [Type in FilingInline['type']]: (inline: Extract<FilingInline, { type: Type }>) => ParagraphChild };

/** How each inline is written; an inline without a writer does not compile. */
const INLINE_WRITERS: InlineWriters = {
  text: ({ text, bold, italic, underline, sub, sup }) =>
    new TextRun({
      text: toXmlText(text),
      bold,
      italics: italic,
      underline: underline && {},
      subScript: sub,
      superScript: sup,
      font: NOT_ASCII.test(text) ? EAST_ASIAN_HINT : undefined,
    }),
  break: () => new TextRun({ break: 1 }),
  tab: () => new TextRun({ children: [new Tab()] }),
};

/** Quotation marks, dashes and circled digits are drawn half wide in the Latin font unless the run itself says otherwise. */
const EAST_ASIAN_HINT = { hint: 'eastAsia' } as const;
const NOT_ASCII = /[^\0-\x7f]/;

/** Runs of the inlines. No formatting but the font hint and the writer's own emphasis: everything else is in styles. */
export function writeInlines(inlines: readonly FilingInline[]): ParagraphChild[] {
  return inlines.map((inline) => (INLINE_WRITERS[inline.type] as (inline: FilingInline) => ParagraphChild)(inline));
}
