import { $getEditor, $getRoot, $hasUpdateTag, $isElementNode, type LexicalEditor, mergeRegister, RootNode } from 'lexical';
import { LOAD_TAG } from '../blocks/updateTags';
import { $createSectionNode, $fillEmptySection, $isSectionNode, type SectionHead, SectionNode } from './SectionNode';

/** Keeps the sections of a reply whatever is deleted or pasted: their number, order and roles are not the writer's to change by typing. */
export function registerSections(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $restoreSections),
    editor.registerNodeTransform(SectionNode, (section) => {
      $unwrapNestedSections(section);
      $fillEmptySection(section);
    }),
  );
}

function $restoreSections(root: RootNode): void {
  if ($hasUpdateTag(LOAD_TAG)) return;
  const before = $getEditor()
    .getEditorState()
    .read(() => $getRoot().getChildren().filter($isSectionNode).map($readHead));
  const kept = new Map(
    root
      .getChildren()
      .filter($isSectionNode)
      .map((section) => [section.getHead().sectionId, section]),
  );
  let previous: SectionNode | null = null;
  for (const head of before) {
    let section: SectionNode | undefined = kept.get(head.sectionId);
    if (!section) {
      section = $createSectionNode(head);
      $fillEmptySection(section);
      if (previous) previous.insertAfter(section);
      else if (root.getFirstChild()) root.getFirstChildOrThrow().insertBefore(section);
      else root.append(section);
    }
    previous = section;
  }
  $takeInStrayBlocks(root);
}

function $readHead(section: SectionNode): SectionHead {
  return section.getHead();
}

/** A block that landed between sections goes to the end of the section above it, or to the start of the first. */
function $takeInStrayBlocks(root: RootNode): void {
  for (const child of root.getChildren()) {
    if ($isSectionNode(child)) continue;
    const above = child.getPreviousSibling();
    const below = child.getNextSiblings().find($isSectionNode);
    if ($isSectionNode(above)) above.append(child);
    else if (below) below.splice(0, 0, [child]);
  }
}

function $unwrapNestedSections(section: SectionNode): void {
  for (const child of section.getChildren()) {
    if (!$isSectionNode(child)) continue;
    for (const block of child.getChildren()) child.insertBefore(block);
    child.remove();
  }
}

/** The section a node stands in, or null outside of any. */
export function $findSection(node: import('lexical').LexicalNode): SectionNode | null {
  return node.getParents().find($isSectionNode) ?? ($isElementNode(node) && $isSectionNode(node) ? node : null);
}
