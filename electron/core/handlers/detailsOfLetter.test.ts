import { expect, test } from 'vitest';
import { findExchange } from './detailsOfLetter';

test.each([
  ['上海证券交易所', null, 'sse'],
  ['北京证券交易所', '301129', 'bse'],
  ['深圳证券交易所', null, 'szse'],
  ['中国证券监督管理委员会北京监管局', '600999', 'sse'],
  ['中国证券监督管理委员会上海监管局', '301129', 'szse'],
  [null, '920001', 'bse'],
  [null, '900901', 'sse'],
  [null, null, 'szse'],
] as const)('%s writing to %s speaks of the exchange %s', (regulator, code, exchange) => {
  expect(findExchange(regulator, code)).toBe(exchange);
});
