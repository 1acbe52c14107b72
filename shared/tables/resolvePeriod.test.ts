import { describe, expect, it } from 'vitest';
import { message } from '../domain/message';
import { describeParts } from './describeParts';
import { readReportPeriod, resolvePeriod } from './resolvePeriod';
import { makeParagraph, makeTablePart } from './testing/tableText';

const title = (text: string) => readReportPeriod([makeParagraph(text)], '资料.txt');
const table = makeTablePart(`
  项目 | 期末余额 | 期初余额
  货币资金 | 1,200.00 | 900.00
  存货 | 300.00 | 280.00`);

describe('the reporting period of a document', () => {
  it('is read off its title, else off the file’s name', () => {
    expect(title('某某股份有限公司 2023 年年度报告')).toEqual({ year: 2023, kind: 'year', isStated: true });
    expect(title('2024年半年度报告')).toEqual({ year: 2024, kind: 'half', isStated: true });
    expect(readReportPeriod([], '2023年度报告.pdf')).toEqual({ year: 2023, kind: 'year', isStated: false });
    expect(title('公司 2023 年度实现收入')).toBeNull();
  });

  it('says what relative period words mean', () => {
    const year = { year: 2023, kind: 'year', isStated: true } as const;
    expect(resolvePeriod('期末余额、期初余额', year)).toBe('2023年12月31日（期末余额）、2022年12月31日（期初余额）');
    expect(resolvePeriod('本期、上年同期', year)).toBe('2023年度（本期）、2022年度（上年同期）');
    expect(resolvePeriod('上年年末余额', year)).toBe('2022年12月31日（上年年末余额）');
    expect(resolvePeriod('本期、期末', { ...year, kind: 'half' })).toBe('2023年1-6月（本期）、2023年6月30日（期末）');
    expect(resolvePeriod('2021年度', year)).toBe('2021年度');
  });

  it('resolves a table’s period, and doubts it where only the file’s name names the year', () => {
    const periodOf = (parts: Parameters<typeof describeParts>[0], name: string) => {
      const found = describeParts(parts, name).parts.find((part) => part.type === 'table');
      return found?.type === 'table' ? [found.table.period, found.table.doubts.map(({ reason }) => reason)] : null;
    };
    const resolved = '2023年12月31日（期末余额）、2022年12月31日（期初余额）';
    expect(periodOf([makeParagraph('2023 年年度报告'), makeParagraph('正文如下。'), table], '资料.txt')).toEqual([resolved, []]);
    expect(periodOf([table], '2023年年度报告.docx')).toEqual([resolved, [message('doubt.periodByFileName', { year: 2023 })]]);
    expect(periodOf([table], '资料.txt')).toEqual(['期末余额、期初余额', []]);
  });
});
