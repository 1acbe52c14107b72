import { $getRoot, type LexicalNode } from 'lexical';
import type { QuestionId } from '../../../shared/domain/ids';
import type { Section } from '../../../shared/domain/reply';
import { $getBlockId } from '../blocks/blockId';
import { $createMarkedBlock, $readMarkedBlock, $readMarkedSections } from '../review/markedNodes';
import type { MarkedBlock, MarkedSection } from '../review/markedReply';
import { markSections } from '../review/markSections';
import { readMarks } from '../review/readMarks';
import { ReviewLedger } from '../review/ReviewLedger';
import { $createSectionNode, $isSectionNode, type SectionHead, SectionNode } from '../section/SectionNode';

/** The reply in the editor as it is stored: without what open changes insert, with what they delete. */
export function $readSections(): Section[] {
  return readMarks($readMarkedSections(), '' as QuestionId, new ReviewLedger('')).sections;
}

/** Makes the editor hold these sections, without any open change. */
export function $writeSections(sections: readonly Section[]): void {
  $writeMarkedSections(markSections(sections, []));
}

/**
 * Makes the editor hold these marked sections. Blocks that are the same keep their nodes, so that caret and history live on when only some changed.
 */
export function $writeMarkedSections(sections: readonly MarkedSection[]): void {
  const root = $getRoot();
  const old = new Map(
    root
      .getChildren()
      .filter($isSectionNode)
      .map((node) => [node.getHead().sectionId, node]),
  );
  const nodes = sections.map(({ head, blocks }) => {
    const known = old.get(head.sectionId);
    const node = known && isSameHead(known.getHead(), head) ? known : $createSectionNode(head);
    $writeBlocks(node, blocks, known);
    return node;
  });
  $setChildren(root, nodes);
}

function $writeBlocks(section: SectionNode, blocks: readonly MarkedBlock[], from: SectionNode | undefined): void {
  const old = new Map((from?.getChildren() ?? []).map((node) => [$getBlockId(node), node]));
  $setChildren(
    section,
    blocks.map((block) => {
      const known = old.get(block.shell.blockId);
      return known && isSameJson($readMarkedBlock(known), block) ? known : $createMarkedBlock(block);
    }),
  );
}

/** Gives a parent these children; those it has already at the beginning and the end are not touched. */
export function $setChildren(parent: SectionNode | ReturnType<typeof $getRoot>, children: LexicalNode[]): void {
  const old = parent.getChildren();
  let start = 0;
  while (start < old.length && start < children.length && old[start]!.is(children[start]!)) start++;
  let same = 0;
  while (same < old.length - start && same < children.length - start && old.at(-1 - same)!.is(children.at(-1 - same)!)) same++;
  if (start === old.length && start === children.length) return;
  parent.splice(start, old.length - start - same, children.slice(start, children.length - same));
}

function isSameHead(a: SectionHead, b: SectionHead): boolean {
  return a.role === b.role && a.verifier === b.verifier && isSameJson(a.itemIds, b.itemIds);
}

/** Equality of stored values, whatever the order of their keys. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && isSameJson(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
