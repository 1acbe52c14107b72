import { HeadingNode } from '@lexical/rich-text';
import { type LexicalEditor, mergeRegister } from 'lexical';
import { registerBlockIds } from './blocks/keepBlockIds';
import { ChartNode } from './chart/ChartNode';
import { ReferenceNode } from './crossReference/ReferenceNode';
import { FigureNode } from './figure/FigureNode';
import { registerFigures } from './figure/registerFigures';
import { FootnoteNode } from './footnote/FootnoteNode';
import { ListBlockNode } from './listBlock/ListBlockNode';
import { PictureNode } from './picture/PictureNode';
import { registerSections } from './section/keepSections';
import { SectionNode } from './section/SectionNode';
import { TableReferenceNode } from './tableReference/TableReferenceNode';

/** Every node a reply is made of, beside the paragraphs, texts and breaks Lexical always has. */
export const REPLY_NODES = [
  SectionNode,
  HeadingNode,
  ListBlockNode,
  TableReferenceNode,
  PictureNode,
  ChartNode,
  FigureNode,
  ReferenceNode,
  FootnoteNode,
];

/** The rules a reply keeps whatever is typed, pasted or deleted; returns the function that lifts them. */
export function registerReplyRules(editor: LexicalEditor): () => void {
  return mergeRegister(registerSections(editor), registerBlockIds(editor), registerFigures(editor));
}
