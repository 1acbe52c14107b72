import {
  $getEditor,
  $getRoot,
  $hasUpdateTag,
  $isDecoratorNode,
  $isRootNode,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  RootNode,
} from 'lexical';
import { LOAD_TAG } from '../blocks/updateTags';
import { PictureNode } from '../picture/PictureNode';
import { TableReferenceNode } from '../tableReference/TableReferenceNode';
import { $createSectionNode, $fillEmptySection, $isSectionNode, type SectionHead, SectionNode } from './SectionNode';

/** Keeps the sections of a reply whatever is deleted or pasted: their number, order and roles are not the writer's to change by typing. */
export function registerSections(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(RootNode, $restoreSections),
    editor.registerNodeTransform(TableReferenceNode, $liftOutOfText),
    editor.registerNodeTransform(PictureNode, $liftOutOfText),
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

/** Tables and pictures that were dropped into a paragraph go behind it; a paragraph that held nothing else goes away. */
function $liftOutOfText(node: LexicalNode): void {
  const parent = node.getParent();
  if (parent === null || $isSectionNode(parent) || $isRootNode(parent)) return;
  let previous: LexicalNode = parent;
  for (const child of parent.getChildren().filter($isDecoratorNode)) {
    previous.insertAfter(child);
    previous = child;
  }
  if (parent.isEmpty()) parent.remove();
}

function $unwrapNestedSections(section: SectionNode): void {
  for (const child of section.getChildren()) {
    if (!$isSectionNode(child)) continue;
    for (const block of child.getChildren()) child.insertBefore(block);
    child.remove();
  }
}
