import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { message } from '../../../shared/domain/message';
import type { Warning } from '../../../shared/domain/place';
import { getInlineText, type Block, type Section } from '../../../shared/domain/reply';
import { AppError } from '../../../shared/ipc/errors';
import { wordAt, type Command } from '../command';
import { findQuestionAddress } from '../questionAddress';
import { parseReply, printReply, type ItemNumbers } from '../replyText';
import type { Terminal } from '../terminal';
import { joinText, listWarnings, sayWarnings } from '../warnings';

/** `reply PROJECT Q [FILE]`: prints one question's reply as Markdown-like text, or replaces it with FILE. */
export const replyCommand: Command = {
  usage: 'PROJECT QUESTION [FILE] [--json]',
  words: [2, 3],
  run: async (given, terminal) => {
    const path = given.words[2];
    await terminal.open(wordAt(given, 0), path === undefined ? 'read' : 'write');
    const { question } = findQuestionAddress(await terminal.call('letter:list', {}), wordAt(given, 1));
    const { questionId } = question;
    const { sections: former, revision } = await terminal.call('reply:get', { questionId });
    const items: ItemNumbers = {
      toNo: new Map(question.items.map(({ itemId, no }) => [itemId, no])),
      toId: new Map(question.items.map(({ itemId, no }) => [no, itemId])),
    };
    if (path === undefined) return { json: toReplyJson(question.no, former, []), text: printReply(former, items) };
    const { sections, problems } = parseReply(await readText(path), items, former);
    await refuseUnknownTables(sections, terminal);
    await terminal.call('reply:save', { questionId, baseRevision: revision, sections });
    const warnings = problems.map(({ line, message }): Warning => ({ code: 'reply-text', message, file: basename(path), place: { line } }));
    return {
      json: toReplyJson(question.no, sections, sayWarnings(given.language, warnings)),
      text: joinText(printReply(sections, items), listWarnings(given.language, warnings)),
    };
  },
};

/** Tables are named by hand here; a reply that shows none of the project's could not be exported. */
async function refuseUnknownTables(sections: readonly Section[], terminal: Terminal): Promise<void> {
  const known = new Set((await terminal.call('table:list', { sourceId: null })).map(({ tableId }) => tableId));
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    const tableId = block.type === 'table' || block.type === 'chart' ? block.tableId : null;
    if (tableId !== null && !known.has(tableId)) throw new AppError('not-found', { what: message('what.table'), id: tableId });
  }
}

async function readText(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('file-not-found', { file: basename(path) });
    if (error instanceof TypeError) throw new AppError('not-what-it-says', { file: basename(path), reason: 'UTF-8' });
    throw new AppError('file-unreadable', { file: basename(path), reason: String((error as NodeJS.ErrnoException).code) });
  }
}

function toReplyJson(question: string, sections: readonly Section[], warnings: readonly ReturnType<typeof sayWarnings>[number][]) {
  const blocks = sections.flatMap(({ role, verifier, itemIds, blocks: held }) =>
    held.map((block) => ({ ...block, text: getBlockText(block), section: { role, verifier, items: itemIds } })),
  );
  return { question, blocks, warnings };
}

function getBlockText(block: Block): string {
  switch (block.type) {
    case 'table':
      return '';
    case 'picture':
    case 'chart':
      return block.alt;
    default:
      return getInlineText(block.inlines);
  }
}
