import { expect, test } from 'vitest';
import type { OpinionBlock } from '../../domain/opinion';
import { dropSignature } from './dropSignature';

const lines = (...texts: string[]) =>
  texts.map((text): OpinionBlock => (/^[一二三]、/.test(text) ? { type: 'heading', level: 2, text } : { type: 'paragraph', text }));

test('what stands under （以下无正文） is not the firm’s opinion', () => {
  const written = ['三、会计师核查结论', '经核查，会计师认为：属实。'];
  expect(dropSignature(lines(...written, '（以下无正文）', '某会计师事务所（特殊普通合伙）', '二〇二五年六月五日'))).toEqual(
    lines(...written),
  );
});

test('a signature block is left out without that line too, a sentence that names the firm is not', () => {
  const written = ['二、核查程序', '我们会同律师查阅了合同。'];
  const signed = ['某会计师事务所（特殊普通合伙）', '中国注册会计师：', '中国注册会计师：', '中国·杭州', '2025年6月5日'];
  expect(dropSignature(lines(...written, ...signed))).toEqual(lines(...written));
});

test('a section nobody has written is no suggestion', () => {
  expect(dropSignature(lines('三、会计师核查结论', '【    】'))).toEqual([]);
});

test('names that stand alone below who signs go with the signature block, an opinion that ends without a full stop stays', () => {
  const written = ['经核查，本所律师认为：', '不存在资金占用的情形'];
  const signed = ['财务顾问主办人：', '钱某　　孙某', '某证券股份有限公司', '2025年6月5日'];
  expect(dropSignature(lines(...written, ...signed))).toEqual(lines(...written));
  expect(dropSignature(lines(...written, '（此页无正文）', '钱某'))).toEqual(lines(...written));
});

test('headings that lead to the firm’s next question are no part of its opinion on this one', () => {
  const written = ['经核查，会计师认为：属实。'];
  expect(dropSignature(lines(...written, '二、问询函问题2'))).toEqual(lines(...written));
});
