import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { Letter } from '../../../shared/domain/letter';
import { ASSETS, type TestCore } from './temporaryCore';

/** A project made from the sample's letter, with its half-year report and finance's list as evidence. */
export type SampleProject = { path: string; letter: Letter; tables: DataTable[] };

/** A sample file's bytes. */
export function readSample(name: string): Uint8Array {
  return readFileSync(join(ASSETS, 'sample', name));
}

/** Makes a project in the core's folder from the sample's letter and sources, as a user would. */
export async function makeSampleProject(core: TestCore, name: string = 'matter.huihan'): Promise<SampleProject> {
  const path = join(core.folder, name);
  await core.call('project:new', { letter: core.write('letter.txt', readSample('letter.txt')), target: core.registerFile(path) });
  const files = ['half-year-report.txt', 'receivables-top5.csv'].map((file) => core.write(file, readSample(file)));
  await core.callJob('source:import', { files, disclosed: true });
  const tables: DataTable[] = [];
  for (const { tableId } of await core.call('table:list', { sourceId: null })) tables.push(await core.call('table:get', { tableId }));
  return { path, letter: (await core.call('letter:list', {}))[0]!, tables };
}

/** The place of the first cell that prints `text`. */
export function findCellRef(
  tables: readonly DataTable[],
  text: string,
): { tableId: DataTable['tableId']; rowId: DataTable['rows'][number]['rowId']; colId: DataTable['columns'][number]['colId'] } {
  for (const table of tables) {
    for (const row of table.rows) {
      const col = row.cells.findIndex((cell) => cell.text === text);
      if (col >= 0) return { tableId: table.tableId, rowId: row.rowId, colId: table.columns[col]!.colId };
    }
  }
  throw new Error(`No cell prints ${text}`);
}
