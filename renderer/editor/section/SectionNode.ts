import {
  $create,
  $createParagraphNode,
  $getState,
  $setState,
  createState,
  type DOMConversionMap,
  type DOMExportOutput,
  type EditorConfig,
  ElementNode,
  type LexicalNode,
} from 'lexical';
import type { ItemId, SectionId } from '../../../shared/domain/ids';
import { VERIFIER_ROLES, type VerifierRole } from '../../../shared/domain/letter';
import type { Section, SectionRole } from '../../../shared/domain/reply';

const ROLES: readonly SectionRole[] = ['statement', 'procedures', 'conclusion'];

const sectionIdState = createState('sectionId', { parse: (value) => (typeof value === 'string' ? value : '') as SectionId });
const roleState = createState('role', {
  parse: (value): SectionRole => ROLES.find((role) => role === value) ?? 'statement',
});
const verifierState = createState('verifier', {
  parse: (value): VerifierRole | null => VERIFIER_ROLES.find((role) => role === value) ?? null,
});
const itemIdsState = createState('itemIds', {
  parse: (value): readonly ItemId[] => (Array.isArray(value) ? value.filter((id): id is ItemId => typeof id === 'string') : []),
  isEqual: (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
});

export type SectionHead = Omit<Section, 'blocks'>;

/** A section of a reply: an area of its own that selection and deletion do not merge with its neighbours. */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: sectionIdState },
        { flat: true, stateConfig: roleState },
        { flat: true, stateConfig: verifierState },
        { flat: true, stateConfig: itemIdsState },
      ],
      importDOM: importSection,
    });
  }

  getHead(): SectionHead {
    return {
      sectionId: $getState(this, sectionIdState),
      role: $getState(this, roleState),
      verifier: $getState(this, verifierState),
      itemIds: [...$getState(this, itemIdsState)],
    };
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = document.createElement('section');
    element.className = 'reply-section';
    const { sectionId, role, verifier } = this.getHead();
    element.dataset.sectionId = sectionId;
    element.dataset.role = role;
    const label: unknown = config.theme.sectionLabel?.(role, verifier);
    if (typeof label === 'string') {
      element.dataset.label = label;
      element.setAttribute('aria-label', label);
    }
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const { sectionId, role, verifier, itemIds } = this.getHead();
    const element = document.createElement('section');
    element.dataset.sectionId = sectionId;
    element.dataset.role = role;
    if (verifier) element.dataset.verifier = verifier;
    if (itemIds.length > 0) element.dataset.items = itemIds.join(' ');
    return { element };
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canIndent(): boolean {
    return false;
  }
}

const importSection: DOMConversionMap = {
  section: (element) =>
    element.dataset.sectionId === undefined
      ? null
      : {
          priority: 1,
          conversion: () => ({
            node: $createSectionNode({
              sectionId: sectionIdState.parse(element.dataset.sectionId),
              role: roleState.parse(element.dataset.role),
              verifier: verifierState.parse(element.dataset.verifier),
              itemIds: (element.dataset.items ?? '').split(' ').filter((id) => id !== '') as ItemId[],
            }),
          }),
        },
};

/** An empty section with this head; the caller gives it blocks. */
export function $createSectionNode(head: SectionHead): SectionNode {
  const node = $create(SectionNode);
  $setState(node, sectionIdState, head.sectionId);
  $setState(node, roleState, head.role);
  $setState(node, verifierState, head.verifier);
  return $setState(node, itemIdsState, head.itemIds);
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode;
}

/** Gives a section without blocks a paragraph to write in. */
export function $fillEmptySection(section: SectionNode): void {
  if (section.isEmpty()) section.append($createParagraphNode());
}
