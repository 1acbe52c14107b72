import { squash } from './cellText';
import { ROW_LABEL_LEADS, SUBTOTAL_LABELS, TOTAL_ENDINGS, TOTAL_LABELS } from './tableTerms';

/** Whether a row label names a grand total, a subtotal, or neither. 主要产品合计 is a subtotal until it proves to be the last. */
export function getTotalKind(label: string): 'total' | 'subtotal' | null {
  const plain = squash(label)
    .replace(/[:：。]$/, '')
    .replace(/^[一二三四五六七八九十]+、/, '');
  if (TOTAL_LABELS.has(plain)) return 'total';
  if (SUBTOTAL_LABELS.has(plain)) return 'subtotal';
  return plain.length <= 30 && TOTAL_ENDINGS.some((ending) => plain.endsWith(ending)) ? 'subtotal' : null;
}

/** True for a serial number: 1, 12, 一、, (3), ①. */
export function isSerialNumber(text: string): boolean {
  return /^(?:[(（]?\d{1,4}[)）.、]?|[一二三四五六七八九十]{1,3}[、.]?|[①-⑳])$/.test(squash(text));
}

/** True when a text begins with something only the start of a row label begins with: 其中：, 加：, 1、, （一）, 合计. */
export function startsRowLabel(text: string): boolean {
  const plain = text.trim();
  if (ROW_LABEL_LEADS.some((lead) => plain.startsWith(lead))) return true;
  return /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．]|[①-⑳]|—)/.test(plain);
}

/** True for a line that says a table goes on: （续）, 续表, （续上表）. */
export function isContinuedMark(text: string): boolean {
  return /^[（(]?(?:续|续表|续上表|接上表)[）)]?[:：]?$/.test(text.trim());
}
