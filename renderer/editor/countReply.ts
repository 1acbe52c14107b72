import { $getRoot, $isElementNode, $isTextNode } from 'lexical';
import { findFigures } from '../../shared/figures/findFigures';
import { $isFigureNode } from './figure/FigureNode';
import { $isSectionNode } from './section/SectionNode';

/** What the status bar says of a reply: characters without blanks, figures with a source, numbers without. */
export type ReplyCounts = { characters: number; linkedFigures: number; looseNumbers: number };

/** Stands for a linked figure while the text around it is searched for loose numbers. */
const LINKED = '\uFFFC';

/** Counts the reply in the editor as it is now. */
export function $countReply(): ReplyCounts {
  const counts: ReplyCounts = { characters: 0, linkedFigures: 0, looseNumbers: 0 };
  for (const section of $getRoot().getChildren().filter($isSectionNode)) {
    for (const block of section.getChildren()) {
      if (!$isElementNode(block)) continue;
      let prose = '';
      for (const node of block.getChildren()) {
        const text = $isTextNode(node) ? node.getTextContent() : '\n';
        counts.characters += text.replaceAll(/\s/g, '').length;
        if ($isFigureNode(node)) counts.linkedFigures++;
        prose += $isFigureNode(node) ? LINKED : text;
      }
      counts.looseNumbers += findFigures(prose).length;
    }
  }
  return counts;
}
