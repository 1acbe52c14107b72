import type { CellRef } from './dataTable';
import type { BlockId, ColId, QuestionId, RedactionId, TableId } from './ids';

/** What is kept from the public. A span is found again by its words when its block was edited; a name is hidden wherever it stands. */
export type RedactionTarget =
  | { kind: 'name'; names: string[] }
  | { kind: 'span'; questionId: QuestionId; blockId: BlockId; from: number; to: number; quote: string }
  | { kind: 'cell'; cell: CellRef; text: string }
  | { kind: 'column'; tableId: TableId; colId: ColId; title: string };

/** 代称 (one alias for an entity, everywhere), 汇总概括 (other words in place), 隐去 (***). */
export const REDACTION_METHODS = ['alias', 'summary', 'hidden'] as const;
export type RedactionMethod = (typeof REDACTION_METHODS)[number];

/** 商业秘密 or 国家秘密. */
export const SECRET_KINDS = ['tradeSecret', 'stateSecret'] as const;
export type SecretKind = (typeof SECRET_KINDS)[number];

/** What the register of 暂缓与豁免披露 keeps of one item (证监会公告〔2025〕8号). Dates are ISO, empty where not known. */
export type RedactionRecord = {
  secret: SecretKind;
  /** 豁免披露的内容, as the register words it. */
  what: string;
  why: string;
  basis: string;
  approvedBy: string;
  approvedOn: string;
  /** 期限: until when, or on what event. */
  until: string;
  disclosedLater: boolean;
  /** Trade secrets: 是否已通过其他方式公开, 披露的可能影响, 内幕信息知情人. */
  alreadyPublic: boolean;
  impact: string;
  insiders: string;
};

/** One decision to withhold something, with the register's fields. `replacement` is empty when the words are hidden. */
export type Redaction = {
  redactionId: RedactionId;
  target: RedactionTarget;
  method: RedactionMethod;
  replacement: string;
  record: RedactionRecord;
};

/** What stands in place of hidden words. */
export const HIDDEN = '***';

/** What is printed in place of what is withheld. */
export function printReplacement({ method, replacement }: Pick<Redaction, 'method' | 'replacement'>): string {
  return method === 'hidden' ? HIDDEN : replacement;
}

/** The words a redaction withholds, as marked. */
export function getRedactedWords({ target }: Redaction): string {
  switch (target.kind) {
    case 'name':
      return target.names.join('、');
    case 'span':
      return target.quote;
    case 'cell':
      return target.text;
    case 'column':
      return target.title;
  }
}
