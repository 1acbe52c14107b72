import { PARAGRAPH_STYLES, type ParagraphStyle } from '../filingBlock';
import type { StyleMapping, TemplateStyle } from './documentTemplate';
import { USUAL_STYLE_NAMES } from './usualStyleNames';

/** The mapping a template's own style names suggest: names usual for the purpose, in order of preference; null where none is known. */
export function guessMapping(styles: readonly TemplateStyle[]): StyleMapping {
  const byName = new Map(
    styles.filter(({ kind }) => kind === 'paragraph').map(({ name, styleId }) => [comparable(name), styleId] as const),
  );
  const guess = (style: ParagraphStyle) =>
    [style, ...USUAL_STYLE_NAMES[style]].map((name) => byName.get(comparable(name))).find((id) => id !== undefined) ?? null;
  return Object.fromEntries(PARAGRAPH_STYLES.map((style) => [style, guess(style)]));
}

function comparable(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '');
}
