import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextParts } from '../../electron/core/import/text/readTextParts';
import { sayMessage } from '../catalogue/catalogue';
import type { DataTable } from '../domain/dataTable';
import type { ProjectSnapshot } from '../domain/snapshot';
import { describeParts } from '../tables/describeParts';
import { auditTable, type JudgedRelation } from './auditTable';
import { checkTable } from './checkTables';
import { runChecks } from './runChecks';
import { takeDraft } from './testing/takeDraft';
import { changeCell, changeNumber, createRandom, isPushedOutside, PLANT_KINDS, type Random } from './testing/plantErrors';

const shared = process.env['HUIHAN_SHARED'];
if (!shared) console.log('skipped: HUIHAN_SHARED is not set, the documents to plant errors in cannot be reached');

function takeSeed(name: string): ProjectSnapshot {
  const file = readdirSync(join(shared!, 'seeds')).find((candidate) => candidate.startsWith(name))!;
  const text = readFileSync(join(shared!, 'seeds', file), 'utf8');
  return takeDraft(text, describeParts(readTextParts(text, file).parts, file).parts);
}

/** All tables of a document, whether or not a reply shows them. */
function readTables(name: string): DataTable[] {
  return [...takeSeed(name).tables.values()];
}

/** Relations whose formula rests on more than their own cells; whether a change is visible is judged by the others. */
const INFERRED = new Set(['base', 'average', 'rollForward']);

type Tally = { found: number; missed: string[]; invisible: number };

/** Changes `count` random numbers that a holding relation covers, one at a time, and looks for a finding that was not there before. */
function plantInTables(tables: readonly DataTable[], count: number, random: Random): Tally {
  const audited = tables
    .map((table) => ({
      table,
      relations: auditTable(table).filter((relation) => relation.verdict !== 'broken' && !INFERRED.has(relation.kind)),
    }))
    .filter(({ relations }) => relations.length > 0);
  const covered = audited.flatMap(({ table, relations }) => listCovered(relations).map((place) => ({ table, relations, ...place })));
  const tally: Tally = { found: 0, missed: [], invisible: 0 };
  for (let planted = 0; planted < count; planted++) {
    const { table, relations, row, column } = covered[random(covered.length)]!;
    const kind = PLANT_KINDS[random(PLANT_KINDS.length)]!;
    const changed = changeCell(table, row, column, kind, random);
    const touched = relations.filter((relation) =>
      [relation.stated, ...relation.inputs].some((at) => at.row === row && at.column === column),
    );
    if (!touched.some((relation) => isPushedOutside(relation, changed))) {
      tally.invisible++;
      continue;
    }
    const before = new Set(checkTable(table, undefined).map((finding) => sayMessage('zh-CN', finding.message)));
    const news = checkTable(changed, undefined).filter(
      (finding) => !before.has(sayMessage('zh-CN', finding.message)) && finding.severity !== 'note',
    );
    if (news.length > 0) tally.found++;
    else
      tally.missed.push(
        `${kind} ${table.rows[row]!.cells[column]!.text} → ${changed.rows[row]!.cells[column]!.text} (${touched.map((relation) => relation.kind).join(', ')})`,
      );
  }
  return tally;
}

function listCovered(relations: readonly JudgedRelation[]): { row: number; column: number }[] {
  const places = new Map<string, { row: number; column: number }>();
  for (const relation of relations) for (const at of [relation.stated, ...relation.inputs]) places.set(`${at.row} ${at.column}`, at);
  return [...places.values()];
}

const SEEDS = [20_240_530, 1, 2, 3, 4];

describe.skipIf(!shared)('planted errors', () => {
  // 000 holds tables, but none with a relation.
  test.each(['003', '004'].flatMap((name) => SEEDS.map((seed) => [name, seed] as const)))(
    'in the tables of %s are found, at least 95 of 100 that can be seen (seed %i)',
    (name, seed) => {
      const count = 300;
      const tally = plantInTables(readTables(name), count, createRandom(seed));
      const visible = tally.found + tally.missed.length;
      console.log(
        `${name}: planted ${count}, pushed outside an interval ${visible}, found ${tally.found} (${((100 * tally.found) / visible).toFixed(1)} %), invisible ${tally.invisible} (${((100 * tally.invisible) / count).toFixed(1)} %)`,
      );
      if (tally.missed.length > 0) console.log(tally.missed.join('\n'));
      expect(tally.found / visible).toBeGreaterThanOrEqual(0.95);
    },
  );

  test('in numbers of the prose of 003 that tables hold are found, at least 80 of 100', () => {
    const snapshot = takeSeed('003');
    const before = new Set(runChecks(snapshot).map((finding) => sayMessage('zh-CN', finding.message)));
    const random = createRandom(7);
    let found = 0;
    const missed: string[] = [];
    for (let planted = 0; planted < 100; planted++) {
      const { changed, words } = changeNumber(snapshot, random);
      if (runChecks(changed).some((finding) => !before.has(sayMessage('zh-CN', finding.message)) && finding.severity !== 'note')) found++;
      else missed.push(words);
    }
    console.log(`003 prose: planted 100, found ${found}`);
    if (missed.length > 0) console.log(missed.join('\n'));
    expect(found).toBeGreaterThanOrEqual(80);
  }, 60_000);
});
