import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextParts } from '../../electron/core/import/text/readTextParts';
import { sayMessage } from '../catalogue/catalogue';
import type { Finding } from '../domain/finding';
import { describeParts } from '../tables/describeParts';
import { runChecks } from './runChecks';
import { takeDraft } from './testing/takeDraft';

const shared = process.env['HUIHAN_SHARED'];
if (!shared) console.log('skipped: HUIHAN_SHARED is not set, the golden audit cannot be reached');

type Quote = { table?: string; quote: string };
type Audit = {
  realDiscrepancies: { id: string; title: string; quotes: Quote[] }[];
  looksContradictoryButOk: { id: string; pair: string; a: string; b: string }[];
};

/** The three of the sample, the contradictions of questions 3 to 9 that were read and found to be real, and at most five that are false. */
const MOST_ERRORS = 17;

const NUMBER = /-?\d[\d,]*\.\d+%?/g;

describe.skipIf(!shared)('the checks of a real reply', () => {
  const read = () => {
    const text = readFileSync(join(shared!, 'seeds', '003_b51df5f9a325489b.txt'), 'utf8');
    const audit = JSON.parse(readFileSync(join(shared!, 'golden', 'ruina-audit-sample.json'), 'utf8')) as Audit;
    const findings = runChecks(takeDraft(text, describeParts(readTextParts(text, '003.txt').parts, '003.txt').parts));
    return { audit, errors: findings.filter((finding) => finding.severity === 'error') };
  };
  /** Numbers an error points at, as printed. */
  const pointsAt = (finding: Finding) => new Set(finding.places.flatMap(({ text }) => text.match(NUMBER) ?? [text.replace(/\s+/g, '')]));

  test('find every real discrepancy of the sample as an error', () => {
    const { audit, errors } = read();
    const missed = audit.realDiscrepancies.filter(({ quotes }) => {
      const printed = new Set(quotes.flatMap(({ quote }) => quote.match(NUMBER) ?? []));
      return !errors.some((error) => [...pointsAt(error)].filter((number) => printed.has(number)).length >= 2);
    });
    console.log(
      `real discrepancies of the sample found: ${audit.realDiscrepancies.length - missed.length} of ${audit.realDiscrepancies.length}`,
    );
    expect(missed.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
  });

  test('report no pair that only looks contradictory as an error', () => {
    const { audit, errors } = read();
    const wrong = audit.looksContradictoryButOk.flatMap(({ id, a, b }) => {
      const [first, second] = [new Set(a.match(NUMBER)), new Set(b.match(NUMBER))];
      const both = errors.filter((error) => {
        const at = [...pointsAt(error)];
        return (
          at.some((number) => first.has(number) && !second.has(number)) && at.some((number) => second.has(number) && !first.has(number))
        );
      });
      return both.map((error) => `${id}: ${sayMessage('zh-CN', error.message)}`);
    });
    expect(wrong).toEqual([]);
  });

  test('report few errors on the whole document', () => {
    const { errors } = read();
    console.log(`errors on the whole document: ${errors.length}`);
    expect(errors.length).toBeLessThanOrEqual(MOST_ERRORS);
  });
});
