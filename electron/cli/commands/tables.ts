import { sayPlace } from '../../../shared/catalogue/sayPlace';
import type { SourceId } from '../../../shared/domain/ids';
import { textOption, wordAt, type Command } from '../command';
import { printTable, toTableJson } from '../tableJson';

/** `tables PROJECT [--source ID]`: every table with its cells. */
export const tablesCommand: Command = {
  usage: 'PROJECT [--source ID] [--json]',
  words: [1, 1],
  options: { source: { type: 'string' } },
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'read');
    const summaries = await terminal.call('table:list', { sourceId: textOption(given, 'source') as SourceId | null });
    const tables = [];
    for (const { tableId } of summaries) tables.push(await terminal.call('table:get', { tableId }));
    const text = tables.map((table) => {
      const unit = table.unit === null ? '' : `（${table.unit}）`;
      return `${table.tableId}  ${sayPlace(given.language, table.place)}  ${table.caption ?? ''}${unit}\n${printTable(table)}\n`;
    });
    return { json: tables.map(toTableJson), text: text.join('\n') };
  },
};
