import { type ParagraphChild, Tab, TextRun } from 'docx';
import type { FilingInline } from '../../../../shared/document/filingBlock';
import { hasEastAsian, toXmlText } from './xmlText';

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
      font: hasEastAsian(text) ? EAST_ASIAN_HINT : undefined,
    }),
  break: () => new TextRun({ break: 1 }),
  tab: () => new TextRun({ children: [new Tab()] }),
};

const EAST_ASIAN_HINT = { hint: 'eastAsia' } as const;

/** Runs of the inlines. No formatting but the font hint and the writer's own emphasis: everything else is in styles. */
export function writeInlines(inlines: readonly FilingInline[]): ParagraphChild[] {
  return inlines.map((inline) => (INLINE_WRITERS[inline.type] as (inline: FilingInline) => ParagraphChild)(inline));
}
