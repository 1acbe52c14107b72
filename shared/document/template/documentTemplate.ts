import type { ParagraphStyle } from '../filingBlock';
import type { StyleLook } from './styleLook';

/** A style of a template by which a user knows it. */
export type TemplateStyle = { styleId: string; name: string; kind: 'paragraph' | 'character' | 'table' | 'numbering'; isDefault: boolean };

/** A header or footer of a template, of all pages, the first or those with even numbers, with the pictures it shows by relation id. */
export type TemplateEdge = {
  kind: 'header' | 'footer';
  type: 'default' | 'first' | 'even';
  xml: string;
  pictures: { relationId: string; name: string; bytes: Uint8Array }[];
};

/** Sheet of a template in twips, as it stands upright. */
export type TemplatePage = {
  widthTwips: number;
  heightTwips: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
  header: number;
  footer: number;
  /** Whether the first page has edges of its own. */
  hasFirst: boolean;
};

/** What of a company's own document an export takes over; nothing in it runs or leads outside. */
export type DocumentTemplate = {
  fileName: string;
  stylesXml: string;
  styles: TemplateStyle[];
  /** How its paragraph styles look, by id. */
  looks: ReadonlyMap<string, StyleLook>;
  themeXml: string | null;
  page: TemplatePage;
  edges: TemplateEdge[];
};

/** Which style of the template stands for each of ours; absent or null: ours comes along. */
export type StyleMapping = Partial<Record<ParagraphStyle, string | null>>;

/** A template with its mapping, as a document is written with it. */
export type MappedTemplate = { template: DocumentTemplate; mapping: StyleMapping };
