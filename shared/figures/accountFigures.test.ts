import { expect, test } from 'vitest';
import { buildTable } from '../checks/testing/buildTable';
import type { Exemption } from '../domain/exemption';
import type { Figure } from '../domain/figure';
import { newId } from '../domain/ids';
import type { Inline } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import { accountFigures } from './accountFigures';

test('accounts for every number of the prose: linked, to choose, quoted, a threshold, or without a source', () => {
  const table = buildTable(['产品|收入|变动比例', '甲|1,234.56|-8.10%', '乙|2,000.01|3.30%']);
  const questionId = newId<'question'>();
  const figure: Figure = {
    figureId: newId(),
    questionId,
    formula: { op: 'cell', cell: { tableId: table.tableId, rowId: table.rows[1]!.rowId, colId: table.columns[2]!.colId } },
    format: { unit: '%', decimals: 2, grouping: false, showUnit: true, wording: '', signByWords: true },
    asOf: null,
    reason: null,
    shown: '8.10%',
  };
  const inlines: Inline[] = [
    { type: 'text', text: '甲产品下降 ' },
    { type: 'figure', figureId: figure.figureId, text: '8.10%' },
    { type: 'text', text: '；乙产品收入为 2,000.01 万元；年报所载 77.70 万元；持股 5% 以上股东；另有 41.99 万元。' },
  ];
  const snapshot: ProjectSnapshot = {
    details: {
      company: '',
      shortName: '',
      code: '',
      announcementNo: '',
      exchange: 'szse',
      title: '',
      preamble: '',
      closing: true,
      signedOn: '',
      signature: '',
    },
    letters: [
      {
        letterId: newId(),
        fileName: '函.txt',
        header: {
          kind: null,
          regulator: null,
          department: null,
          company: null,
          code: null,
          shortName: null,
          announcementNo: null,
          letterNo: null,
          letterNoRaw: null,
          issuedOn: null,
          receivedOn: null,
          dueOn: null,
          dueText: null,
          disclose: null,
          copyTo: [],
        },
        questions: [
          {
            questionId,
            no: '1',
            label: '问题 1',
            title: null,
            partHeading: null,
            text: '年报显示，你公司预付 77.70 万元。',
            status: 'toWrite',
            owner: null,
            items: [],
            verifications: [],
          },
        ],
      },
    ],
    replies: [
      {
        questionId,
        revision: 1,
        sections: [
          {
            sectionId: newId(),
            role: 'statement',
            verifier: null,
            itemIds: [],
            blocks: [{ type: 'paragraph', blockId: newId(), inlines }],
          },
        ],
      },
    ],
    tables: new Map([[table.tableId, table]]),
    figures: new Map([[figure.figureId, figure]]),
    pictures: new Map(),
    acceptances: [],
    exemptions: [],
    links: [],
    deferrals: [],
    sources: [],
  };
  expect(accountFigures(snapshot, null).map((account) => [account.text, account.value, account.unit, account.state])).toEqual([
    ['8.10%', '-8.10', '%', 'linked'],
    ['2,000.01 万元', '2000.01', '万元', 'candidate'],
    ['77.70 万元', '77.70', '万元', 'quoted'],
    ['5%', '5', '%', 'threshold'],
    ['41.99 万元', '41.99', '万元', 'unlinked'],
  ]);
  expect(accountFigures(snapshot, null).flatMap(({ isOpen, text }) => (isOpen ? [text] : []))).toEqual(['2,000.01 万元', '41.99 万元']);
  expect(accountFigures(snapshot, newId())).toEqual([]);
  const { blockId } = snapshot.replies[0]!.sections[0]!.blocks[0]!;
  const exemption = { questionId, blockId, text: '41.99 万元', occurrence: 0, reason: '根据合同约定', actor: '董秘', at: '2026-01-01' };
  const state = (exemptions: Exemption[]) => accountFigures({ ...snapshot, exemptions }, null).find(({ text }) => text === '41.99 万元');
  expect(state([exemption])).toMatchObject({ state: 'exempt', reason: '根据合同约定' });
  expect(state([{ ...exemption, occurrence: 1 }])).toMatchObject({ state: 'unlinked', reason: null });
});
