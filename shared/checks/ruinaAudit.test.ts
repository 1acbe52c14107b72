import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextParts } from '../../electron/core/import/text/readTextParts';
import { describeParts } from '../tables/describeParts';
import { auditTable, findMisnamedPoints } from './auditTable';
import { storeTables } from './testing/storeTables';

const shared = process.env['HUIHAN_SHARED'];
if (!shared) console.log('skipped: HUIHAN_SHARED is not set, the golden audit cannot be reached');

type GoldenCell = { table: string; row: number; col: number };
type GoldenRelation = {
  id: string;
  kind: string;
  formula: string;
  inputs: GoldenCell[];
  stated_ref: GoldenCell | null;
  stated_raw: string;
  verdict: string;
};

/** Relations of the sample that stand inside one table, which is what the auditor of tables is for. */
const INSIDE_ONE_TABLE = new Set([
  'total = sum of parts',
  'difference column',
  'difference column (share points)',
  'growth rate (this-last)/|last|',
  'share 占比',
  'unit price = revenue/quantity',
  'row identity',
  'gross margin',
]);

describe.skipIf(!shared)('the audit of a real reply', () => {
  test('finds the relations a careful accountant found and judges them alike', () => {
    const { parts } = describeParts(
      readTextParts(readFileSync(join(shared!, 'seeds', '003_b51df5f9a325489b.txt'), 'utf8'), '003.txt').parts,
      '003.txt',
    );
    const tables = storeTables(parts);
    const audit = JSON.parse(readFileSync(join(shared!, 'golden', 'ruina-audit-sample.json'), 'utf8')) as { relations: GoldenRelation[] };
    const verdicts = new Map<string, string>();
    tables.forEach((table, index) => {
      const relations = auditTable(table);
      const misnamed = new Set(findMisnamedPoints(table, relations).map((relation) => relation.stated.column));
      for (const relation of relations) {
        const reported = relation.verdict === 'broken' || (relation.kind === 'points' && misnamed.has(relation.stated.column));
        verdicts.set(
          `${index + 1}.${relation.stated.row - table.headerRows}.${relation.stated.column}.${relation.kind === 'points'}`,
          reported ? 'reported' : 'held',
        );
      }
    });
    const expected = audit.relations.filter(
      (relation) =>
        INSIDE_ONE_TABLE.has(relation.kind) &&
        relation.stated_ref?.table &&
        relation.inputs.every((input) => input.table === relation.stated_ref!.table),
    );
    const missing: string[] = [];
    const wrong: string[] = [];
    for (const relation of expected) {
      const ref = relation.stated_ref!;
      const place = `${Number(ref.table.slice(1))}.${ref.row}.${ref.col}`;
      const points = verdicts.get(`${place}.true`);
      const verdict = verdicts.get(`${place}.false`) ?? points;
      const shouldReport = relation.verdict === 'REAL DISCREPANCY';
      if (!verdict) missing.push(`${relation.id} ${relation.formula} ${place}`);
      // Points under a header that promises a rate are reported once for the column; as points they are right.
      else if ((verdict === 'reported') !== shouldReport && !(points === 'reported' && relation.kind.includes('share points')))
        wrong.push(`${relation.id} ${relation.formula} ${relation.stated_raw}: ${verdict}`);
    }
    console.log(
      `relations of the golden audit inside one table: ${expected.length - missing.length} of ${expected.length} found, ${wrong.length} judged otherwise`,
    );
    if (missing.length > 0) console.log(missing.join('\n'));
    expect(missing.length).toBeLessThanOrEqual(expected.length * 0.02);
    expect(wrong).toEqual([]);
  });
});
