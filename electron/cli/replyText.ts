import type { ItemId, TableId, FileHash, BlockId } from '../../shared/domain/ids';
import { newId } from '../../shared/domain/ids';
import { VERIFIER_ROLES, type VerifierRole } from '../../shared/domain/letter';
import { type Message, message } from '../../shared/domain/message';
import type { Block, HeadingLevel, Section, SectionRole } from '../../shared/domain/reply';
import { printChart, readChart } from './chartText';
import { parseInlines, printInlines } from './replyInlines';
import { SECTION_WORDS } from './sectionWords';

/** Items of a question by number, for section headings such as `# statement 1,2`. */
export type ItemNumbers = { toNo: ReadonlyMap<ItemId, string>; toId: ReadonlyMap<string, ItemId> };

/** A line of the text that could not be taken as meant; line counts from 1. */
export type TextProblem = { line: number; message: Message };

/**
 * A reply as Markdown-like text, one block a line. `# 公司说明`, `# 会计师 核查程序 1,2` begin a section; `##`…`######` are heading
 * levels 2-6; `- ` and `1. ` list items, two blanks per depth; `[表](table:ID)` and `![alt](picture:HASH mime 宽x高)` stand alone.
 */
export function printReply(sections: readonly Section[], items: ItemNumbers): string {
  return `${sections.map((section) => [printSectionHead(section, items), ...section.blocks.map(printBlock)].join('\n\n')).join('\n\n')}\n`;
}

function printSectionHead(section: Section, items: ItemNumbers): string {
  const verifier = section.verifier === null ? [] : [SECTION_WORDS.verifiers[section.verifier]];
  const numbers = section.itemIds.map((itemId) => items.toNo.get(itemId) ?? itemId).join(',');
  return ['#', ...verifier, SECTION_WORDS.roles[section.role], numbers].filter(Boolean).join(' ');
}

/** One block as one line of text. */
export function printBlock(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${printInlines(block.inlines)}`;
    case 'paragraph':
      return `${block.align ? `<${block.align}>` : ''}${guardStart(printInlines(block.inlines))}`;
    case 'listItem':
      return `${'  '.repeat(block.depth)}${block.kind === 'bullet' ? '-' : '1.'} ${printInlines(block.inlines)}`;
    case 'table':
      return `[表](table:${block.tableId})`;
    case 'picture':
      return `![${block.alt.replaceAll(/[\\\]\n]/g, ' ')}](picture:${block.file} ${block.mime} ${block.widthPx}x${block.heightPx})`;
    case 'chart':
      return printChart(block);
  }
}

/** A paragraph that begins like another block is escaped, so that it comes back as a paragraph; an empty one is a lone backslash. */
function guardStart(text: string): string {
  if (text === '') return '\\';
  return /^(\s|#|- |\d+\. |!|\\$)/.test(text) ? `\\${text}` : text;
}

/** Reads what `printReply` prints. Blocks whose text did not change keep their id from `former`; sections are matched by role, verifier and items. */
export function parseReply(
  source: string,
  items: ItemNumbers,
  former: readonly Section[],
): { sections: Section[]; problems: TextProblem[] } {
  const problems: TextProblem[] = [];
  const formerIds = collectFormerIds(former);
  const sections: Section[] = [];
  for (const [index, text] of source
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (text.trim() === '') continue;
    const line = index + 1;
    const head = text.startsWith('# ') ? readSectionHead(text, line, items, former, problems) : null;
    if (head) {
      sections.push(head);
      continue;
    }
    let section = sections.at(-1);
    if (!section) {
      section = makeSection('statement', null, [], former);
      sections.push(section);
    }
    if (/^\|.*\|/.test(text)) problems.push({ line, message: message('warning.reply-table-as-text') });
    const block = readBlock(text);
    section.blocks.push({ ...block, blockId: formerIds.get(printBlock(block))?.shift() ?? block.blockId });
  }
  return { sections, problems };
}

function collectFormerIds(former: readonly Section[]): Map<string, BlockId[]> {
  const ids = new Map<string, BlockId[]>();
  for (const block of former.flatMap((section) => section.blocks)) {
    const text = printBlock(block);
    const held = ids.get(text);
    if (held) held.push(block.blockId);
    else ids.set(text, [block.blockId]);
  }
  return ids;
}

/** The section a `# ` line begins; null, with a problem, when it names none: the line is then an ordinary heading. */
function readSectionHead(
  text: string,
  line: number,
  items: ItemNumbers,
  former: readonly Section[],
  problems: TextProblem[],
): Section | null {
  const words = text.slice(2).trim().split(/\s+/);
  const verifier = VERIFIER_ROLES.find((role) => SECTION_WORDS.verifiers[role] === words[0]) ?? null;
  if (verifier !== null) words.shift();
  const roles = Object.entries(SECTION_WORDS.roles) as [SectionRole, string][];
  const role = roles.find(([, word]) => word === words[0])?.[0];
  if (role === undefined) {
    problems.push({ line, message: message('warning.reply-section-unknown') });
    return null;
  }
  const itemIds: ItemId[] = [];
  for (const no of (words[1] ?? '').split(',').filter(Boolean)) {
    const itemId = items.toId.get(no);
    if (itemId) itemIds.push(itemId);
    else problems.push({ line, message: message('warning.reply-item-unknown', { item: no }) });
  }
  return makeSection(role, verifier, itemIds, former);
}

function makeSection(role: SectionRole, verifier: VerifierRole | null, itemIds: ItemId[], former: readonly Section[]): Section {
  const same = former.find(
    (section) => section.role === role && section.verifier === verifier && section.itemIds.join() === itemIds.join(),
  );
  return { sectionId: same?.sectionId ?? newId<'section'>(), role, verifier, itemIds, blocks: [] };
}

function readBlock(text: string): Block {
  const blockId = newId<'block'>();
  const heading = /^(#{1,6}) (.*)$/s.exec(text);
  if (heading) {
    const level = Math.max((heading[1] ?? '').length, 2) as HeadingLevel;
    return { type: 'heading', blockId, level, inlines: parseInlines(heading[2] ?? '') };
  }
  const table = /^\[表\]\(table:([0-9a-z]{1,40})\)$/.exec(text);
  if (table) return { type: 'table', blockId, tableId: table[1] as TableId };
  const picture = /^!\[([^\]]*)\]\(picture:([0-9a-f]{64}) (\S+) (\d+)x(\d+)\)$/.exec(text);
  if (picture) {
    const [, alt = '', file = '', mime = '', width = '', height = ''] = picture;
    return { type: 'picture', blockId, file: file as FileHash, mime, alt, widthPx: Number(width), heightPx: Number(height) };
  }
  const chart = readChart(text);
  if (chart) return { type: 'chart', blockId, ...chart };
  const listItem = /^((?: {2})*)(-|\d+\.) (.*)$/s.exec(text);
  if (listItem) {
    const [, indent = '', mark = '', rest = ''] = listItem;
    return { type: 'listItem', blockId, kind: mark === '-' ? 'bullet' : 'number', depth: indent.length / 2, inlines: parseInlines(rest) };
  }
  const aligned = /^<(left|center|right)>(.*)$/s.exec(text);
  const body = (aligned?.[2] ?? text).replace(/^\\(?=\s|#|- |\d+\. |!|\\$|$)/, '');
  const align = aligned?.[1] as 'left' | 'center' | 'right' | undefined;
  return { type: 'paragraph', blockId, inlines: parseInlines(body), ...(align ? { align } : {}) };
}
