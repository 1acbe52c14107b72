import type { BlockId } from '../../../../shared/domain/ids';
import type { Block } from '../../../../shared/domain/reply';
import { buildReviewProject, makeId } from '../reviewProject';

/** One kind of edit as Word writes it: what it does to a part's XML (the document's, unless parts are named), and what is told of it, a line each. */
export type Kind = {
  edit: Edit | Readonly<Record<string, Edit>>;
  told: readonly string[];
  /** What LibreOffice 7.4 makes of it when it saves, where that is something else. */
  office?: string;
  /** What its names say that its text does not. */
  named?: true;
};

export type Edit = (xml: string) => string;

export const LAWYER = 'w:author="律师甲" w:date="2025-06-10T09:30:00Z"';
export const AUDITOR = 'w:author="会计师乙" w:date="2025-06-11T10:00:00Z"';

/** Two questions with a footnote and a numbered list in the first reply. */
export function buildKindProject() {
  const project = buildReviewProject(2);
  const item = (number: number, text: string): Block => ({
    type: 'listItem',
    blockId: makeId('b', number) as BlockId,
    kind: 'number',
    depth: 0,
    inlines: [{ type: 'text', text }],
  });
  project.replies[0]!.sections[0]!.blocks.push(
    {
      type: 'paragraph',
      blockId: makeId('b', 80) as BlockId,
      inlines: [
        { type: 'text', text: '存货周转率口径与年报一致' },
        { type: 'footnote', note: '存货周转率等于营业成本除以平均存货。' },
        { type: 'text', text: '，未作调整。' },
      ],
    },
    item(81, '获取采购合同台账'),
    item(82, '执行穿行测试程序'),
    item(83, '函证主要客户余额'),
  );
  return project;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A run of deleted words. */
export function del(text: string): string {
  return `<w:r><w:delText xml:space="preserve">${text}</w:delText></w:r>`;
}

export function chain(...edits: readonly Edit[]): Edit {
  return (xml) => edits.reduce((edited, edit) => edit(edited), xml);
}

/** Edits the paragraph that holds the words. */
export function par(words: string, edit: Edit): Edit {
  return (xml) => {
    const at = find(xml, words);
    const from = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at));
    return replaceRange(xml, from, xml.indexOf('</w:p>', at) + '</w:p>'.length, edit);
  };
}

/** Cuts the run that holds the words and puts something in their place; `edit` gets what makes a run like it. */
export function cut(words: string, edit: (like: (text: string) => string) => string): Edit {
  return (xml) => {
    const at = find(xml, words);
    const from = Math.max(xml.lastIndexOf('<w:r>', at), xml.lastIndexOf('<w:r ', at));
    return replaceRange(xml, from, xml.indexOf('</w:r>', at) + '</w:r>'.length, (whole) => {
      const [, head, text = '', tail] = /^(.*<w:t[^>]*>)(.*)(<\/w:t><\/w:r>)$/s.exec(whole)!;
      const like = (part: string) => (part === '' ? '' : head + part + tail);
      const start = text.indexOf(words);
      return like(text.slice(0, start)) + edit(like) + like(text.slice(start + words.length));
    });
  };
}

/** Edits the content control of the block that holds the words. */
export function block(words: string, edit: Edit): Edit {
  return (xml) => replaceRange(xml, ...findBlocks(xml, words, words), edit);
}

/** Where the control of a block begins, and where that of the same or a later one ends. */
export function findBlocks(xml: string, first: string, last: string): [from: number, to: number] {
  const end = '</w:p></w:sdtContent></w:sdt>';
  return [xml.lastIndexOf('<w:sdt><w:sdtPr><w:tag w:val="huihan_b', find(xml, first)), xml.indexOf(end, find(xml, last)) + end.length];
}

/** Takes blocks out and puts them in before another one. */
export function moveBlocks(words: string, before: string): Edit {
  return (xml) => {
    const [from, to] = findBlocks(xml, words, words);
    const rest = xml.slice(0, from) + xml.slice(to);
    const [at] = findBlocks(rest, before, before);
    return rest.slice(0, at) + xml.slice(from, to) + rest.slice(at);
  };
}

/** Edits the first table. */
export function table(edit: Edit): Edit {
  return (xml) => replaceRange(xml, xml.indexOf('<w:tbl>'), xml.indexOf('</w:tbl>') + '</w:tbl>'.length, edit);
}

function find(xml: string, words: string): number {
  const at = xml.indexOf(words);
  if (at < 0) throw new Error(`the part does not hold “${words}”`);
  return at;
}

function replaceRange(xml: string, from: number, to: number, edit: Edit): string {
  return xml.slice(0, from) + edit(xml.slice(from, to)) + xml.slice(to);
}
