import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findFigures } from './findFigures';

type Golden = { lines: number[]; text: string; signed_value: string; unit: string };

const shared = process.env['HUIHAN_SHARED'];
const SEED = 'seeds/003_b51df5f9a325489b.txt';
const GOLDEN = 'golden/ruina-figures-sample.json';
const available = shared !== undefined && existsSync(`${shared}/${GOLDEN}`);
if (!available) console.log('figures of a published reply: skipped, HUIHAN_SHARED does not name the shared material');

/** Prose of the lines the sample covers, a paragraph cut by a page break joined again. */
function readProse(folder: string, golden: readonly Golden[]): string[] {
  const lines = readFileSync(`${folder}/${SEED}`, 'utf8').split('\n');
  const last = Math.max(...golden.flatMap((figure) => figure.lines));
  const continued = new Map(golden.filter((figure) => figure.lines.length > 1).map((figure) => [figure.lines[0]!, figure.lines.slice(1)]));
  const taken = new Set([...continued.values()].flat());
  const prose: string[] = [];
  for (let number = 13; number <= last; number++) {
    const text = lines[number - 1]!;
    if (taken.has(number) || text.includes('\t')) continue;
    prose.push([text, ...(continued.get(number) ?? []).map((other) => lines[other - 1]!)].join(''));
  }
  return prose;
}

describe.skipIf(!available)('figures of a published reply', () => {
  it('are found with value and unit, at least 98 of 100, and nearly nothing else is', () => {
    const golden = (JSON.parse(readFileSync(`${shared!}/${GOLDEN}`, 'utf8')) as { figures: Golden[] }).figures;
    const wanted = golden.map((figure) => `${figure.signed_value} ${figure.unit}`);
    const missing = [...wanted];
    const beyond: string[] = [];
    for (const paragraph of readProse(shared!, golden)) {
      for (const figure of findFigures(paragraph)) {
        const at = missing.indexOf(`${figure.value} ${figure.unit}`);
        if (at >= 0) missing.splice(at, 1);
        else beyond.push(figure.text);
      }
    }
    const found = wanted.length - missing.length;
    console.log(`figures found ${found} of ${wanted.length}, missing: ${missing.join('; ')}, beyond: ${beyond.join('; ')}`);
    expect(found / wanted.length).toBeGreaterThanOrEqual(0.98);
    expect(beyond.length).toBeLessThanOrEqual(1);
  });
});
