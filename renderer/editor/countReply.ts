import { $getRoot, $isElementNode, $isTextNode } from 'lexical';
import type { NumberInText } from '../../shared/domain/exemption';
import type { BlockId } from '../../shared/domain/ids';
import { findFigures } from '../../shared/figures/findFigures';
import { getNumberKey, isThreshold } from '../../shared/figures/sourceNeed';
import { $getBlockId } from './blocks/blockId';
import { $isFigureNode } from './figure/FigureNode';
import { $isSectionNode } from './section/SectionNode';

/** A number that is plain text: by what it is known again in the letter, and whether it is a fixed limit of a rule. */
export type LooseNumber = NumberInText & { key: string; isThreshold: boolean };

/** What the status bar says of a reply: characters without blanks, figures with a source, numbers without. */
export type ReplyCounts = { characters: number; linkedFigures: number; looseNumbers: LooseNumber[] };

/** Counts the reply in the editor as it is now. */
export function $countReply(): ReplyCounts {
  const counts: ReplyCounts = { characters: 0, linkedFigures: 0, looseNumbers: [] };
  for (const section of $getRoot().getChildren().filter($isSectionNode)) {
    for (const block of section.getChildren()) {
      if (!$isElementNode(block)) continue;
      let prose = '';
      const linked: { start: number; end: number }[] = [];
      for (const node of block.getChildren()) {
        const text = $isTextNode(node) ? node.getTextContent() : '\n';
        counts.characters += text.replaceAll(/\s/g, '').length;
        if ($isFigureNode(node)) linked.push({ start: prose.length, end: prose.length + text.length });
        prose += text;
      }
      counts.linkedFigures += linked.length;
      // A block that has no id yet holds no number anybody has spoken of.
      const blockId = $getBlockId(block) as BlockId;
      const figures = findFigures(prose);
      for (const found of figures) {
        const { text, start, end } = found;
        if (linked.some((figure) => figure.start < end && start < figure.end)) continue;
        const occurrence = figures.filter((other) => other.text === text && other.start < start).length;
        counts.looseNumbers.push({ blockId, text, occurrence, key: getNumberKey(found), isThreshold: isThreshold(found, prose) });
      }
    }
  }
  return counts;
}
