import { $getRoot, $selectAll } from 'lexical';
import { expect, it } from 'vitest';
import { $createBlockNode } from '../mapping/blocks';
import { outline, paragraph, procedures, statement } from '../testing/buildReply';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $selectText } from '../testing/selectText';
import { $createSectionNode } from './SectionNode';

const reply = () => [statement(paragraph('p1', '甲'), paragraph('p2', '乙')), procedures(paragraph('p3', '丙'), paragraph('p4', '丁'))];

it('everything selected and deleted leaves every section, empty', () => {
  const sections = reply();
  const editor = openHeadlessReply(sections);
  change(editor, () => $selectAll().removeText());
  const left = readReply(editor);
  expect(left.map(({ sectionId, role, verifier }) => ({ sectionId, role, verifier }))).toEqual(
    sections.map(({ sectionId, role, verifier }) => ({ sectionId, role, verifier })),
  );
  expect(left.map((section) => outline([section]).map((line) => line.replace(/^\S+ /, '')))).toEqual([[''], ['']]);
});

it('a deletion over the border of two sections takes text from both and moves none across', () => {
  const editor = openHeadlessReply(reply());
  change(editor, () => $selectText(['p2', 0], ['p3', 1]).removeText());
  const [first, second] = readReply(editor);
  expect(outline([first!]).map((line) => line.slice(-1))).toEqual(['甲', ' ']);
  expect(outline([second!]).at(-1)).toBe('p4 丁');
});

it('a section removed from the tree comes back in its place', () => {
  const sections = reply();
  const editor = openHeadlessReply(sections);
  change(editor, () => $getRoot().getFirstChildOrThrow().remove());
  expect(readReply(editor).map((section) => section.sectionId)).toEqual(sections.map((section) => section.sectionId));
});

it('blocks pasted between or around sections are taken into the section above', () => {
  const editor = openHeadlessReply(reply());
  change(editor, () => {
    const nested = $createSectionNode({ sectionId: 'other' as never, role: 'conclusion', verifier: null, itemIds: [] });
    nested.append($createBlockNode(paragraph('p9', '内')));
    $getRoot()
      .getFirstChildOrThrow()
      .insertAfter($createBlockNode(paragraph('p8', '间')));
    $getRoot().getFirstChildOrThrow<import('./SectionNode').SectionNode>().append(nested);
  });
  const left = readReply(editor);
  expect(left).toHaveLength(2);
  expect(outline([left[0]!])).toEqual(['p1 甲', 'p2 乙', 'p9 内', 'p8 间']);
});
