import { childOf, childrenOf, toggleOf, valueOf, type XmlElement } from './xmlTree';

/** What a paragraph or character style says, with everything it is based on already folded in. */
export type Style = {
  name: string;
  /** Heading level 1-9; null for body text. */
  outline: number | null;
  bold: boolean;
  hidden: boolean;
  numId: string | null;
  ilvl: number | null;
};

export type StyleSheet = {
  /** Style of that id, or the document's default paragraph style for undefined; null when there is none. */
  get(styleId: string | undefined): Style | null;
};

const HEADING_NAME = /^(?:heading|标题)\s*([1-9])$/i;

/** Reads styles.xml (undefined when the document has none). Chains of w:basedOn are followed, circles broken. */
export function readStyles(root: XmlElement | undefined): StyleSheet {
  const elements = new Map<string, XmlElement>();
  let defaultId: string | undefined;
  for (const element of childrenOf(root, 'w:style')) {
    const id = element.attributes['w:styleId'];
    if (id === undefined) continue;
    elements.set(id, element);
    const isDefault = element.attributes['w:default'] === '1' || element.attributes['w:default'] === 'true';
    if (isDefault && element.attributes['w:type'] === 'paragraph') defaultId = id;
  }
  const resolved = new Map<string, Style | null>();
  function resolve(id: string): Style | null {
    const known = resolved.get(id);
    if (known !== undefined) return known;
    resolved.set(id, null);
    const element = elements.get(id);
    if (!element) return null;
    const basedOn = valueOf(element, 'w:basedOn');
    const style = readStyle(element, basedOn === undefined ? null : resolve(basedOn));
    resolved.set(id, style);
    return style;
  }
  return {
    get(styleId) {
      const id = styleId ?? defaultId;
      return id === undefined ? null : resolve(id);
    },
  };
}

function readStyle(element: XmlElement, base: Style | null): Style {
  const name = valueOf(element, 'w:name') ?? element.attributes['w:styleId'] ?? '';
  const paragraph = childOf(element, 'w:pPr');
  const run = childOf(element, 'w:rPr');
  const numbering = childOf(paragraph, 'w:numPr');
  const level = valueOf(numbering, 'w:ilvl');
  const named = HEADING_NAME.exec(name)?.[1];
  return {
    name,
    outline: readOutline(paragraph, named === undefined ? (base?.outline ?? null) : Number(named)),
    bold: toggleOf(run, 'w:b') ?? base?.bold ?? false,
    hidden: toggleOf(run, 'w:vanish') ?? base?.hidden ?? false,
    numId: valueOf(numbering, 'w:numId') ?? base?.numId ?? null,
    ilvl: level === undefined ? (base?.ilvl ?? null) : Number(level),
  };
}

/** Heading level 1-9 of paragraph properties, null for Word's level 9, which means body text; `inherited` when they do not say. */
export function readOutline(properties: XmlElement | undefined, inherited: number | null): number | null {
  const text = valueOf(properties, 'w:outlineLvl');
  if (text === undefined) return inherited;
  const level = Number(text);
  return Number.isInteger(level) && level >= 0 && level < 9 ? level + 1 : null;
}
