import type { BlockId, ColId, QuestionId, RedactionId, RowId, TableId } from '../../domain/ids';
import type { Redaction, RedactionRecord, RedactionTarget } from '../../domain/redaction';

/** A register entry with everything filled in. */
export const RECORD: RedactionRecord = {
  secret: 'tradeSecret',
  what: '客户名称',
  why: '与客户签有保密协议',
  basis: '信息披露暂缓与豁免管理规定第五条',
  approvedBy: '董事会秘书',
  approvedOn: '2025-06-01',
  until: '合同履行完毕',
  disclosedLater: false,
  alreadyPublic: false,
  impact: '可能损害商业利益',
  insiders: '董事会秘书、财务总监',
};

function build(target: RedactionTarget, method: Redaction['method'], replacement: string): Redaction {
  return { redactionId: `r:${JSON.stringify(target)}` as RedactionId, target, method, replacement, record: RECORD };
}

/** A name with its alias. */
export function aliasName(names: string[], alias: string): Redaction {
  return build({ kind: 'name', names }, 'alias', alias);
}

/** Words of a block, replaced by others. */
export function summariseSpan(blockId: string, quote: string, words: string, from = 0): Redaction {
  const target = {
    kind: 'span',
    questionId: 'q1' as QuestionId,
    blockId: blockId as BlockId,
    from,
    to: from + quote.length,
    quote,
  } as const;
  return build(target, 'summary', words);
}

/** A hidden cell. */
export function hideCell(tableId: string, rowId: string, colId: string, text: string): Redaction {
  const cell = { tableId: tableId as TableId, rowId: rowId as RowId, colId: colId as ColId };
  return build({ kind: 'cell', cell, text }, 'hidden', '');
}

/** A hidden column. */
export function hideColumn(tableId: string, colId: string, title: string): Redaction {
  return build({ kind: 'column', tableId: tableId as TableId, colId: colId as ColId, title }, 'hidden', '');
}
