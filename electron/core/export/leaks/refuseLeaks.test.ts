import { expect, test } from 'vitest';
import { sayError } from '../../../../shared/catalogue/catalogue';
import { hideCell } from '../../../../shared/document/testing/buildRedactions';
import { AppError } from '../../../../shared/ipc/errors';
import { refuseLeaks } from './refuseLeaks';
import type { Leak } from './scanForLeaks';

const redaction = hideCell('t', 'tr1', 'tc1', '1,234.56');
const leak = (part: string, quote: string): Leak => ({ file: '公告 1,234.56.docx', part, redaction, words: '1,234.56', quote });

function sayRefusal(leaks: readonly Leak[], told: Parameters<typeof refuseLeaks>[2] = []): string {
  try {
    refuseLeaks('公告 1,234.56.docx', leaks, told, 'leak.takeRedacted');
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return sayError('zh-CN', error as AppError);
  }
}

test('a refusal names the places in a writer’s words and says what to do', () => {
  const leaks = [
    leak('公告 1,234.56.docx', '1,234.56'),
    leak('word/document.xml', '为1,234.56万元'),
    leak('word/embeddings/chart1.xlsx › xl/worksheets/sheet1.xml', '1234.56'),
  ];
  expect(sayRefusal(leaks)).toBe(
    '没有写出“公告 1,234.56.docx”：应当豁免披露的内容还有 3 处。文件名“1,234.56”。正文“为1,234.56万元”。图表所附数据“1234.56”。' +
      '公告稿照原文印出；对外公开请改选“公告稿（豁免披露版）”。',
  );
});

test('a part nobody has a word for is named as it is, and what others tell is said with what tells it', () => {
  const told = { caption: '产品收入', row: '甲', column: '2024年度', by: '2,349.72' };
  const said = sayRefusal([leak('customXml/item1.xml', '1,234.56')], [told]);
  expect(said).toContain('文件内部（customXml/item1.xml）“1,234.56”。产品收入“甲 / 2024年度”可以由“2,349.72”推算出来。');
});

test('five places are named, the others counted; without any nothing is refused', () => {
  const leaks = Array.from({ length: 7 }, (_, at) => leak(`word/header${at}.xml`, '1,234.56'));
  expect(sayRefusal(leaks)).toContain(`${'页眉“1,234.56”。'.repeat(5)}另有 2 处。`);
  expect(sayRefusal([])).toBe('');
});
