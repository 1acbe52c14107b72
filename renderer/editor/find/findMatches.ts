import { $getNodeByKey, $getRoot, $isElementNode, type ElementNode, type NodeKey } from 'lexical';
import { $selectInBlock } from '../blocks/blockOffsets';
import { $isFigureNode } from '../figure/FigureNode';
import { $isSectionNode } from '../section/SectionNode';

/** A place where the sought words stand: characters [start, end) of a block's text. `breaksFigure`: replacing it changes a linked figure. */
export type Match = { blockKey: NodeKey; start: number; end: number; breaksFigure: boolean };

/** Every place of the reply where the words stand, in reading order, without regard to case; figures count by what they show. */
export function $findMatches(words: string): Match[] {
  const sought = words.toLowerCase();
  if (sought === '') return [];
  return $getRoot()
    .getChildren()
    .filter($isSectionNode)
    .flatMap((section) => section.getChildren().filter($isElementNode))
    .flatMap((block) => $findInBlock(block, sought));
}

function $findInBlock(block: ElementNode, sought: string): Match[] {
  // Lower case must not change lengths (İ does), or offsets would drift.
  const text = block
    .getTextContent()
    .replaceAll(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
  const figures = $listFigureSpans(block);
  const matches: Match[] = [];
  for (let start = text.indexOf(sought); start >= 0; start = text.indexOf(sought, start + sought.length)) {
    const end = start + sought.length;
    matches.push({ blockKey: block.getKey(), start, end, breaksFigure: figures.some(([from, to]) => start < to && end > from) });
  }
  return matches;
}

function $listFigureSpans(block: ElementNode): [number, number][] {
  const spans: [number, number][] = [];
  let at = 0;
  for (const child of block.getChildren()) {
    const size = child.getTextContentSize();
    if ($isFigureNode(child)) spans.push([at, at + size]);
    at += size;
  }
  return spans;
}

/** Selects a match; false when its block is gone. */
export function $selectMatch(match: Match): boolean {
  const block = $getNodeByKey(match.blockKey);
  if (!$isElementNode(block)) return false;
  $selectInBlock(block, match.start, match.end);
  return true;
}

/** Puts other words in the place of matches, all in one change; from the last to the first, so that earlier places stay true. */
export function $replaceMatches(matches: readonly Match[], words: string): void {
  for (const match of matches.toReversed()) {
    const block = $getNodeByKey(match.blockKey);
    if (!$isElementNode(block)) continue;
    const selection = $selectInBlock(block, match.start, match.end);
    if (words === '') selection.removeText();
    else selection.insertText(words);
  }
}
