import type { ProjectDetails } from '../domain/project';
import { CODE_LABELS } from './filingWords';

/** What the head of an announcement says of a company's securities; null what it does not say. */
export type SecurityCodes = Record<'code' | 'shortName' | 'announcementNo', string | null>;

/** Fields of the first lines: 证券代码, B股简称, 转债代码, 公告编号… */
const FIELD =
  /((?:[A-Z]\s*股(?:证券|股票)?|证券|股票|公司|债券|可转债|转债|可转换公司债券|优先股|存托凭证)\s*(?:代码|简称)|(?:公告)?编\s*号)\s*[:：]\s*/g;
const USUAL = /^(?:证券|股票|公司)(?:代码|简称)$/;
const NUMBER = /编号$/;
const NAME = /简称$/;
/** Between the codes of the share, which are printed first, and each further security's own code and name. */
const SEPARATOR = '；';

/** Reads the first lines of an announcement. Further securities stand behind the code, each as printed: 600001；转债代码：110001 转债简称：甲辰转债. */
export function readSecurityCodes(lines: readonly string[]): SecurityCodes {
  const fields = readFields(lines.join(' '));
  const number = fields.find(({ label }) => NUMBER.test(label))?.value ?? null;
  const [first, ...further] = fields.filter(({ label }) => !NUMBER.test(label) && !NAME.test(label));
  const names = fields.filter(({ label }) => NAME.test(label));
  if (first === undefined) return { code: null, shortName: names[0]?.value ?? null, announcementNo: number };
  const nameOf = (code: Field, at: number) => {
    const own = names.filter(({ label }) => label.slice(0, -2) === code.label.slice(0, -2));
    const earlier = [first, ...further].slice(0, at).filter(({ label }) => label === code.label).length;
    return own[earlier] ?? null;
  };
  const pieces = further.map((code, at) => {
    const name = nameOf(code, at + 1);
    return say(code) + (name === null ? '' : ` ${say(name)}`);
  });
  const main = USUAL.test(first.label) ? first.value : say(first);
  const shortName = nameOf(first, 0) ?? names[0] ?? null;
  return { code: [main, ...pieces].join(SEPARATOR), shortName: shortName?.value ?? null, announcementNo: number };
}

type Field = { label: string; value: string };

function readFields(text: string): Field[] {
  const found = [...text.matchAll(FIELD)];
  return found.flatMap((match, at) => {
    const value = text.slice(match.index + match[0].length, found[at + 1]?.index).replace(/[\s\u3000；;，,]+$/, '');
    return value === '' ? [] : [{ label: match[1]!.replaceAll(/\s+/g, ''), value }];
  });
}

function say({ label, value }: Field): string {
  return `${label}：${value}`;
}

/** The code of the company's share, under its label, and that of its short name; then the parts of each further line. */
export function printSecurityCodes({ code, shortName }: Pick<ProjectDetails, 'code' | 'shortName'>): {
  code: string;
  name: string;
  further: string[][];
} {
  const [main = '', ...further] = code.split(/[；;]/).map((piece) => piece.trim());
  const own = /^([^:：]{1,10})代码[:：]/.exec(main)?.[1];
  return {
    code: own === undefined ? CODE_LABELS.code + main : main,
    name: (own === undefined ? CODE_LABELS.shortName : `${own}简称：`) + shortName,
    further: further.filter((piece) => piece !== '').map((piece) => piece.split(/\s+(?=\S{1,10}简称[:：])/)),
  };
}

/** The code of the company's share alone. */
export function getMainCode(code: string): string {
  return code
    .split(/[；;]/)[0]!
    .replace(/^.*[:：]/, '')
    .trim();
}
