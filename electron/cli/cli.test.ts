import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SCRIPT = resolve('scripts/huihan.mjs');
const SAMPLE = resolve('assets/sample');
let folder = '';
let project = '';

/** Runs the real program with a state folder of its own. */
function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...words, '--state', join(folder, 'state')], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** The JSON a command prints; fails with its stderr. */
function runJson<Value>(...words: string[]): Value {
  const { status, stdout, stderr } = run(...words, '--json');
  if (status !== 0) throw new Error(`${words[0]}: ${stderr}`);
  return JSON.parse(stdout) as Value;
}

type TableJson = {
  id: string;
  source: string;
  columns: string[][];
  headerRows: number;
  rows: { text: string; covered?: true; value?: string | null }[][];
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huihan-cli-'));
  project = join(folder, '一.huihan');
  const made = runJson('new', project, '--letter', join(SAMPLE, 'letter.txt'));
  expect(made).toEqual({ project, questions: 3, items: 5 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the terminal', () => {
  test('prints a letter with exactly the agreed keys', () => {
    const letter = runJson<{ questions: Record<string, unknown>[] }>('letter', join(SAMPLE, 'letter.txt'));
    expect(Object.keys(letter)).toEqual(['header', 'questions', 'warnings']);
    expect(Object.keys(letter.questions[0]!)).toEqual(['no', 'label', 'title', 'text', 'items', 'verifications']);
    expect(letter.questions[0]).toMatchObject({ no: '1', verifications: [{ role: 'auditor', items: ['2'] }] });
  });

  test('reckons the day by which a letter is due from its term of days', () => {
    const file = join(folder, '函.txt');
    const lines = [
      '蓝鹭精工股份有限公司：',
      '请说明存货。',
      '请在收到本函后5个交易日内书面回复我部。',
      '特此函告',
      '上海证券交易所',
      '2023年5月24日',
    ];
    writeFileSync(file, ['关于对蓝鹭精工股份有限公司的关注函', ...lines].join('\n'));
    expect(runJson('letter', file)).toMatchObject({ header: { issuedOn: '2023-05-24', dueOn: '2023-05-31' } });
  });

  test('takes sources and a draft in, links a table, corrects a cell, and every figure follows into the export', () => {
    const { sources } = runJson<{ sources: { id: string; file: string; tables: number; warnings: unknown[] }[] }>(
      'add',
      project,
      join(SAMPLE, 'half-year-report.txt'),
      join(SAMPLE, 'receivables-top5.csv'),
    );
    expect(sources.map(({ file, tables }) => ({ file, tables }))).toEqual([
      { file: 'half-year-report.txt', tables: 4 },
      { file: 'receivables-top5.csv', tables: 1 },
    ]);
    const { questions } = runJson<{ questions: { no: string }[] }>('draft', project, join(SAMPLE, 'draft.txt'));
    expect(questions.map(({ no }) => no)).toEqual(['1', '2', '3']);
    const tables = runJson<TableJson[]>('tables', project, '--source', sources[0]!.id);
    const table = tables[1]!;
    expect(table.columns).toHaveLength(table.rows[0]!.length);
    expect(runJson('link', project, '1.1', table.id)).toEqual({ linked: true });
    runJson('figures', project, '--auto');

    const row = table.rows.findIndex((cells) => cells[0]!.text === '智能水表');
    const set = ['set-cell', project, table.id, String(row), '1', '14,286.00', '--kind', 'restated', '--why', '财务更正'];
    const { changedFigures } = runJson<{ changedFigures: Record<string, string>[]; findings: unknown[] }>(...set);
    expect(Object.keys(changedFigures[0] ?? { id: '', question: '', before: '', after: '' })).toEqual([
      'id',
      'question',
      'before',
      'after',
    ]);
    expect(runJson<TableJson[]>('tables', project)[1]!.rows[row]![1]).toMatchObject({ text: '14,286.00', value: '14286.00' });

    const out = join(folder, 'out.docx');
    expect(runJson('export', project, out)).toMatchObject({ out, tables: 2 });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  test('prints a reply and takes it back changed', () => {
    const text = run('reply', project, '3').stdout;
    const file = join(folder, 'reply.md');
    writeFileSync(file, `${text}\n补充一段**重要**说明。\n`);
    const { blocks } = runJson<{ blocks: { text: string }[] }>('reply', project, '3', file);
    expect(blocks.at(-1)).toMatchObject({ type: 'paragraph', text: '补充一段重要说明。' });
    expect(run('reply', project, '3').stdout).toContain('补充一段<b>重要</b>说明。');
    expect(runJson<unknown[]>('search', project, '补充一段')).toHaveLength(1);

    writeFileSync(file, `${text}\n[表](table:0000000000000000)\n`);
    const refused = run('reply', project, '3', file);
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('数据表“0000000000000000”')]);
    expect(run('reply', project, '3').stdout).toContain('补充一段');
  });

  test('sets a firm’s document beside ours, and offers what the firm says of its own', () => {
    const firm = join(folder, '专项说明.docx');
    runJson('export', project, firm, '--variant', 'auditor');
    const compared = runJson<{ differences: unknown[]; suggestions: Record<string, unknown>[] }>(
      'compare',
      project,
      firm,
      '--role',
      'auditor',
    );
    expect(Object.keys(compared)).toEqual(['differences', 'suggestions', 'warnings']);
    expect(compared.differences).toEqual([]);
    expect(compared.suggestions[0]).toEqual({
      question: '1',
      role: 'procedures',
      adopted: true,
      text: expect.stringContaining('会计师核查程序\n'),
    });
    expect(run('compare', project, firm, '--role', 'auditor').stdout).toContain('问题 1 核查程序：“');
  });

  test('says what stands, and goes back to a version', () => {
    const state = runJson<{ questions: { status: string; items: { status: string }[] }[] }>('inspect', project);
    expect(Object.keys(state)).toEqual(['questions', 'coverage', 'dueOn', 'tradingDaysLeft', 'integrity']);
    expect(state).toMatchObject({ integrity: 'ok', dueOn: '2026-12-02' });
    const [first] = state.questions;
    expect(first!.items.map(({ status }) => status)).toEqual(['toReview', 'toReview', 'toWrite']);
    expect(first!.status).toBe('toWrite');
    const [version] = runJson<{ id: string }[]>('versions', project);
    expect(runJson('restore', project, version!.id)).toMatchObject({ restored: version!.id });
    expect(run('reply', project, '3').stdout).not.toContain('补充一段');
  });
});

describe('a failure', () => {
  const expectFailure = (result: ReturnType<typeof run>, names: string) => {
    expect(result.status).not.toBe(0);
    expect(result.stdout).toBe('');
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.stderr).toContain(names);
  };

  test('is one line that names the file, and leaves files as they were', () => {
    const before = readFileSync(project);
    expectFailure(run('new', project, '--letter', join(SAMPLE, 'letter.txt')), '一.huihan');
    expectFailure(run('letter', join(folder, 'none.txt')), 'none.txt');
    expectFailure(run('add', project, join(folder, 'none.xlsx')), 'none.xlsx');
    expectFailure(run('inspect', join(SAMPLE, 'letter.txt')), 'letter.txt');
    expect(readFileSync(project).equals(before)).toBe(true);
    expect(existsSync(join(folder, 'none.xlsx'))).toBe(false);
  });

  test('of the command line itself teaches the right form', () => {
    expectFailure(run('tables'), 'huihan tables PROJECT');
    expectFailure(run('fly'), 'set-cell');
    expectFailure(run('set-cell', project, 't', '1', '1', 'x'), '--kind misread|restated');
    expectFailure(run('link', project, '9', 't'), '9');
    expectFailure(run('tables', project, '--colour'), '--colour');
  });

  test('is none when the reader of the output leaves early', () => {
    const line = `"${process.execPath}" "${SCRIPT}" tables "${project}" --json --state "${join(folder, 'state')}" | head -c 20; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', line], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^\[\{"id":"[0-9a-z]{12}0$/m);
  });
});
