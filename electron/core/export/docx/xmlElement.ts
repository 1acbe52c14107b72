/** An element as docx's serialiser takes it: attributes first under `_attr`, then children; text is escaped when it is written. */
export type XmlElement = { readonly [name: string]: XmlContent };
type XmlContent = { readonly _attr?: XmlAttributes } | readonly (XmlElement | { readonly _attr: XmlAttributes } | string)[];
export type XmlAttributes = Readonly<Record<string, string | number>>;

/** An element with attributes and children, either of which may be none. */
export function element(name: string, attributes: XmlAttributes | null, children: readonly (XmlElement | string)[] = []): XmlElement {
  if (children.length === 0) return { [name]: attributes ? { _attr: attributes } : {} };
  return { [name]: attributes ? [{ _attr: attributes }, ...children] : children };
}

/** An element whose one attribute is w:val. */
export function valued(name: string, value: string | number): XmlElement {
  return { [name]: { _attr: { 'w:val': value } } };
}
