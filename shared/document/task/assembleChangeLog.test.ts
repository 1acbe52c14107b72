import { expect, it } from 'vitest';
import type { OperationSummary, VersionSummary } from '../../domain/project';
import { getFilingText } from '../filingBlock';
import type { CellContent } from '../tableLayout';
import { assembleChangeLog } from './assembleChangeLog';

const operation = (at: string, label: string, actor = '甲', undone = false) => ({ at, label, undone, actor }) as OperationSummary;
const version = (at: string, name: string, why: string) => ({ at, name, why, actor: '乙' }) as VersionSummary;

/** The paper's lines: headings, and the rows of its tables without their headers. */
function read(...log: Parameters<typeof assembleChangeLog>): string[] {
  return assembleChangeLog(...log).flatMap((block): string[] => {
    if (block.type === 'paragraph') return [getFilingText(block.inlines)];
    if (block.type !== 'table') return [];
    const rows = block.layout.rows.slice(1);
    const textOf = (content: CellContent) => (content.type === 'line' ? content.text : '');
    return rows.map(({ cells }) => cells.map((cell) => cell.content.map(textOf).join('')).join(' | '));
  });
}

it('tells the changes day by day in the time of Shanghai, oldest first, versions among them, without what was undone', () => {
  const operations = [operation('2026-11-02T01:00:00Z', '改数'), operation('2026-11-01T01:00:00Z', '撤销的', '甲', true)];
  expect(read(operations, [version('2026-11-01T17:00:00Z', '初稿', '送审'), version('2026-11-01T03:00:00Z', '草稿', '')])).toEqual([
    '改动记录',
    '2026年11月1日',
    '11:00 | 乙 | 版本：草稿',
    '2026年11月2日',
    '01:00 | 乙 | 版本：初稿（送审）',
    '09:00 | 甲 | 改数',
  ]);
});

it('puts what one person did again and again into one line', () => {
  const saves = ['01:00', '01:05', '01:20'].map((time) => operation(`2026-11-02T${time}:00Z`, '修改问题1的回复'));
  const other = operation('2026-11-02T01:30:00Z', '修改问题1的回复', '丙');
  expect(read([...saves, other], [])).toEqual([
    '改动记录',
    '2026年11月2日',
    '09:00—09:20 | 甲 | 修改问题1的回复（3次）',
    '09:30 | 丙 | 修改问题1的回复',
  ]);
});
