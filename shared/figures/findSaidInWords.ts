import { countDecimals } from '../util/decimal';
import type { FoundFigure } from './findFigures';
import { readWording, saysDecrease } from './wording';

const DIGITS: Readonly<Record<string, string>> = {
  零: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Rates and amounts in Chinese numerals: 三成, 百分之三十, 两亿元, 翻一番. Each says how its groups make value and unit. */
const SAID_IN_WORDS: readonly { pattern: RegExp; read: (groups: readonly string[]) => { value: string; unit: string } | null }[] = [
  {
    pattern:
      /(?<=[近超约逾达占的为了足到降长加升少有仅]|不足|左右)([一二两三四五六七八九])成([一二三四五六七八九半])?(?![为立本果功员都套熟长交品分就型效份])/g,
    read: ([tens, ones]) => ({ value: `${DIGITS[tens!]}${ones === undefined ? '0' : ones === '半' ? '5' : DIGITS[ones]}`, unit: '%' }),
  },
  { pattern: /百分之([零一二两三四五六七八九十百点]{1,8})/g, read: ([rate]) => readSaid(rate!, '%') },
  { pattern: /千分之([零一二两三四五六七八九十点]{1,8})/g, read: ([rate]) => readSaid(rate!, '‰') },
  { pattern: /翻([一两])番/g, read: ([times]) => ({ value: times === '一' ? '100' : '300', unit: '%' }) },
  {
    pattern:
      /(?<![第每几数零一二两三四五六七八九十百千])([一二两三四五六七八九十]{1,3})(千万|百万|万|亿)(元|美元|港元|股|吨|平方米|人次|千瓦时)/g,
    read: ([count, scale, unit]) => readSaid(count!, `${scale}${unit}`),
  },
];

/** The figures of a text that are written in words; `masked` is the text with what is no figure blanked out. How exact they are cannot be told. */
export function findSaidInWords(masked: string, text: string): FoundFigure[] {
  return SAID_IN_WORDS.flatMap(({ pattern, read }) =>
    [...masked.matchAll(pattern)].flatMap((match): FoundFigure[] => {
      const said = read(match.slice(1));
      if (!said) return [];
      const start = match.index;
      const end = start + match[0].length;
      const wording = readWording(masked, start);
      const decreased = saysDecrease(masked, start - wording.length);
      return [
        {
          start,
          end,
          wordingStart: start - wording.length,
          text: text.slice(start, end),
          value: decreased ? `-${said.value}` : said.value,
          unit: said.unit,
          printedUnit: said.unit,
          decimals: countDecimals(said.value),
          grouping: false,
          wording: wording.trim(),
          signByWords: decreased,
        },
      ];
    }),
  );
}

/** 三十五点二 is 35.2; null where the characters are no number. */
function readSaid(printed: string, unit: string): { value: string; unit: string } | null {
  const match =
    /^(?:([一二两三四五六七八九])?(百))?零?(?:([一二三四五六七八九])?(十))?([零一二两三四五六七八九])?(?:点([零一二三四五六七八九]{1,4}))?$/.exec(
      printed,
    );
  if (!match || match[0] === '') return null;
  const [, hundreds, hundred, tens, ten, ones, decimals] = match;
  const whole =
    (hundred ? Number(DIGITS[hundreds ?? '一']) * 100 : 0) +
    (ten ? Number(DIGITS[tens ?? '一']) * 10 : 0) +
    (ones ? Number(DIGITS[ones]) : 0);
  return { value: decimals ? `${whole}.${Array.from(decimals, (digit) => DIGITS[digit]).join('')}` : String(whole), unit };
}
