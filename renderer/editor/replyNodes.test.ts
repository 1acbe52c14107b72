import { createHeadlessEditor } from '@lexical/headless';
import { withDOM } from '@lexical/headless/dom';
import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { $getRoot, $isElementNode } from 'lexical';
import { describe, expect, it } from 'vitest';
import type { Block, Section } from '../../shared/domain/reply';
import { $readSections } from './mapping/sections';
import { REPLY_NODES, registerReplyRules } from './replyNodes';
import { openHeadlessReply } from './testing/headlessReply';

const BLOCKS: Block[] = [
  { type: 'heading', blockId: 'b1' as never, level: 3, inlines: [{ type: 'text', text: '（一）收入' }] },
  {
    type: 'paragraph',
    blockId: 'b2' as never,
    align: 'center',
    inlines: [
      { type: 'text', text: '收入为', bold: true },
      { type: 'figure', figureId: 'f1' as never, text: '1,200.00万元' },
      { type: 'break' },
      { type: 'text', text: 'm' },
      { type: 'text', text: '2', sup: true },
      { type: 'figure', figureId: 'f2' as never, text: '3.00%', style: { bold: true } },
    ],
  },
  { type: 'listItem', blockId: 'b3' as never, kind: 'number', depth: 2, inlines: [{ type: 'text', text: '甲；' }] },
  { type: 'table', blockId: 'b4' as never, tableId: 't1' as never },
  {
    type: 'picture',
    blockId: 'b5' as never,
    file: 'a'.repeat(64) as never,
    mime: 'image/png',
    alt: '工艺流程',
    widthPx: 320,
    heightPx: 200,
  },
];
const SECTIONS: Section[] = [
  { sectionId: 's1' as never, role: 'procedures', verifier: 'auditor', itemIds: ['i1' as never, 'i2' as never], blocks: BLOCKS },
];

/** Stored sections without block ids, which HTML does not carry: what is pasted gets its own. */
function withoutIds(sections: readonly Section[]): unknown {
  return sections.map((section) => ({ ...section, blocks: section.blocks.map(({ blockId: _blockId, ...rest }) => rest) }));
}

describe('every node of a reply', () => {
  it('survives HTML and back', () => {
    withDOM((window) => {
      const from = openHeadlessReply(SECTIONS);
      const html = from.read(() => $generateHtmlFromNodes(from, null));
      const to = createHeadlessEditor({ nodes: REPLY_NODES });
      registerReplyRules(to);
      const dom = new window.DOMParser().parseFromString(html, 'text/html');
      to.update(() => void $getRoot().append(...$generateNodesFromDOM(to, dom)), { discrete: true });
      let sections: Section[] = [];
      to.update(() => (sections = $readSections()), { discrete: true });
      expect(withoutIds(sections)).toEqual(withoutIds(SECTIONS));
    });
  });

  it('reads state of a damaged clipboard as something a reply can hold', () => {
    const editor = openHeadlessReply(SECTIONS);
    const json = JSON.stringify(editor.getEditorState().toJSON())
      .replace('"procedures"', '"owner"')
      .replace('"auditor"', '{"x":1}')
      .replace('["i1","i2"]', '"i1"')
      .replace('"depth":2', '"depth":"deep"')
      .replace('"widthPx":320', '"widthPx":-5')
      .replace('"blockId":"b1"', '"blockId":"../b1"');
    editor.setEditorState(editor.parseEditorState(json));
    let sections: Section[] = [];
    editor.update(() => (sections = $readSections()), { discrete: true });
    expect(sections[0]).toMatchObject({ role: 'statement', verifier: null, itemIds: [] });
    expect(sections[0]!.blocks[2]).toMatchObject({ type: 'listItem', depth: 0 });
    expect(sections[0]!.blocks[4]).toMatchObject({ type: 'picture', widthPx: 1 });
    expect(sections[0]!.blocks[0]!.blockId).toMatch(/^[0-9a-z]{16}$/);
  });

  it('has text of its own: a picture its alternative text, a table none', () => {
    const editor = openHeadlessReply(SECTIONS);
    const texts = editor.read(() => {
      const section = $getRoot().getFirstChildOrThrow();
      return $isElementNode(section) ? section.getChildren().map((node) => node.getTextContent()) : [];
    });
    expect(texts).toEqual(['（一）收入', '收入为1,200.00万元\nm23.00%', '甲；', '', '工艺流程']);
  });
});
