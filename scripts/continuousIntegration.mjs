// What .ci/run runs once everything is installed: every check and every test, all of them even when one fails, then the sum.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { ROOT } from './freshBuild.mjs';

const reports = mkdtempSync(join(tmpdir(), 'huihan-ci-'));
const env = { ...process.env, PATH: `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env.PATH}` };
const sum = { passed: 0, failed: 0 };
const broken = [];

function run(name, program, words, more = {}) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(program, words, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...env, ...more } });
  if (status !== 0) broken.push(name);
  return status === 0;
}

function readReport(name) {
  try {
    return JSON.parse(readFileSync(join(reports, name), 'utf8'));
  } catch {
    // A suite that left no report has failed as a whole; `run` has already recorded it.
    return null;
  }
}

/** The failed tests of vitest's report, each with the first lines of why. */
function* failedTests(report) {
  for (const file of report?.testResults ?? []) {
    if (file.status === 'failed' && file.assertionResults.length === 0) yield { name: file.name, why: file.message };
    for (const test of file.assertionResults)
      if (test.status === 'failed') yield { name: `${file.name} › ${test.fullName}`, why: test.failureMessages.join('\n') };
  }
}

/** The failed journeys of Playwright's report, which nests suites in suites. */
function* failedJourneys(suites = []) {
  for (const suite of suites) {
    yield* failedJourneys(suite.suites);
    for (const spec of suite.specs)
      for (const test of spec.tests)
        if (test.status === 'unexpected') {
          const why = test.results.flatMap((result) => result.errors.map((error) => error.message));
          yield { name: `[${test.projectName}] ${spec.file} › ${spec.title}`, why: why.join('\n') };
        }
  }
}

run('checks', 'node', ['scripts/check.mjs', '--without-tests']);

const vitestReport = join(reports, 'vitest.json');
run('tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]);
const unit = readReport('vitest.json');
sum.passed += unit?.numPassedTests ?? 0;
sum.failed += unit?.numFailedTests ?? 0;

if (env.ELECTRON_OVERRIDE_DIST_PATH) run('unpacked program', 'node', ['scripts/package.mjs', '--dir']);
else process.stdout.write('\n== unpacked program: skipped, no Electron runtime (ELECTRON_OVERRIDE_DIST_PATH)\n');

run('journeys', 'node', ['scripts/endToEnd.mjs', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'playwright.json'),
});
const journeys = readReport('playwright.json');
sum.passed += journeys ? journeys.stats.expected + journeys.stats.flaky : 0;
sum.failed += journeys ? journeys.stats.unexpected : 0;

rmSync(reports, { recursive: true, force: true });
// Told once more at the end: whoever reads only the last lines of a long print must see what failed and why.
for (const { name, why } of [...failedTests(unit), ...failedJourneys(journeys?.suites)]) {
  const lines = stripVTControlCharacters(why ?? '').split('\n');
  process.stdout.write(`\nFAILED ${name.replace(`${ROOT}/`, '')}\n${lines.slice(0, 30).join('\n')}\n`);
}
// A step that broke without a failed test of its own still counts as one failure.
const failed = Math.max(sum.failed, broken.length);
if (broken.length > 0) process.stdout.write(`\nfailed: ${broken.join(', ')}\n`);
process.stdout.write(`${sum.passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
