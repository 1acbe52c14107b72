import { expect, test } from 'vitest';
import { buildSnapshot, paragraph } from '../document/testing/buildSnapshot';
import type { Figure } from '../domain/figure';
import type { FigureId } from '../domain/ids';
import type { Block } from '../domain/reply';
import { listDatedClaims } from './datedClaims';

const list = (blocks: Block[], figures: Record<string, string> = {}) =>
  buildSnapshot({ questions: [{ no: '1', text: '请说明。', sections: [{ blocks }] }], tables: [], figures });

test('statements that say as of when are found, and the end of a period does not roll', () => {
  const snapshot = list([
    paragraph('截至 2023 年 12 月 31 日，余额为 1.00 万元；截至本回复出具日，已收回 0.50 万元。'),
    paragraph('截至 2024 年 4 月 30 日尚未结算。'),
    paragraph('期后 1-5 月回款 3.00 万元。截至目前，未发生诉讼。'),
    paragraph('公司期后事项已披露，报告期内未变化。对主要客户实施期后回款测试；'),
  ]);
  expect(listDatedClaims(snapshot).map(({ text, rolls }) => [text, rolls])).toEqual([
    ['截至 2023 年 12 月 31 日', false],
    ['截至本回复出具日', true],
    ['截至 2024 年 4 月 30 日', true],
    ['期后 1-5 月', true],
    ['截至目前', true],
  ]);
});

test.each([
  ['截至2024年5月，回款 1.00 万元。', '截至2024年5月', true],
  ['截至 2024.4.30 回款 1.00 万元。', '截至 2024.4.30', true],
  ['期后已回款 3.00 万元。', '期后', true],
  ['资产负债表日后收回 3.00 万元。', '资产负债表日后', true],
  ['截至本法律意见书出具之日，1 件。', '截至本法律意见书出具之日', true],
  ['截至本函回复之日，1 件。', '截至本函回复之日', true],
  ['截至公告日，1 件。', '截至公告日', true],
  ['截至报告期末，余额 3.00 万元。', '截至报告期末', false],
  ['截至 2023 年末，1 件。', '截至 2023 年末', false],
  ['截至今年一季度末回款 3 万元。', '截至今年一季度末', false],
  ['截至 2023/12/31，1 件。', '截至 2023/12/31', false],
])('a statement is known by its date in other forms too: %s', (text, words, rolls) => {
  expect(listDatedClaims(list([paragraph(text)])).map((claim) => [claim.text, claim.rolls])).toEqual([[words, rolls]]);
});

test('words of the letter that a reply repeats are no statement of its own', () => {
  const text = '（2）说明应收账款截至目前的回款情况；';
  const blocks = [paragraph('（二）说明应收账款截至目前的回款情况。'), paragraph('截至目前的回款情况如下：')];
  const snapshot = buildSnapshot({ questions: [{ no: '1', text, sections: [{ blocks }] }], tables: [] });
  expect(listDatedClaims(snapshot).map(({ clause }) => clause)).toEqual(['截至目前的回款情况如下：']);
});

test('a statement names its figures with their dates, and a dated figure without such words stands alone', () => {
  const figure = (id: string, text: string) => ({ type: 'figure' as const, figureId: id as FigureId, text });
  const block: Block = {
    type: 'paragraph',
    blockId: 'b' as never,
    inlines: [
      { type: 'text', text: '截至回函日，已收回 ' },
      figure('f1', '0.50万元'),
      { type: 'text', text: '。另有 ' },
      figure('f2', '0.20万元'),
      { type: 'text', text: ' 未收回，占 ' },
      figure('f3', '5%'),
    ],
  };
  const snapshot = list([block], { f1: '0.50万元', f2: '0.20万元', f3: '5%' });
  const dated = new Map(snapshot.figures);
  dated.set('f2' as FigureId, { ...(dated.get('f2' as FigureId) as Figure), asOf: '2024-05-20' });
  expect(listDatedClaims({ ...snapshot, figures: dated })).toMatchObject([
    { text: '截至回函日', clause: '截至回函日，已收回 0.50万元', figures: [{ figureId: 'f1', asOf: null }] },
    { text: '', clause: '另有 0.20万元 未收回，占 5%', figures: [{ figureId: 'f2', shown: '0.20万元', asOf: '2024-05-20' }] },
  ]);
});
