import type { TableId } from '../../../shared/domain/ids';
import { say } from '../../../shared/catalogue/catalogue';
import { textOption, wordAt, type Command } from '../command';
import { findQuestionAddress } from '../questionAddress';

/** `link PROJECT QUESTION[.ITEM] TABLE`: names a table as evidence. */
export const linkCommand: Command = {
  usage: 'PROJECT QUESTION[.ITEM] TABLE [--why TEXT] [--json]',
  words: [3, 3],
  options: { why: { type: 'string' } },
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'write');
    const { question, item } = findQuestionAddress(await terminal.call('letter:list', {}), wordAt(given, 1));
    const tableId = wordAt(given, 2) as TableId;
    await terminal.call('link:add', {
      questionId: question.questionId,
      itemId: item?.itemId ?? null,
      tableId,
      reason: textOption(given, 'why') ?? '',
    });
    return { json: { linked: true }, text: say(given.language, 'cli.linked', { address: wordAt(given, 1), table: tableId }) };
  },
};
