/**
 * Marks that nobody files, as Chinese offices write them: brackets that are empty or ask for something, runs of X, × and ●, underscores, words such as 待补充
 * where they stand for a value, dates and numbers with their digits left out, and what a spreadsheet or a template leaves behind.
 */
const PATTERNS: readonly RegExp[] = [
  // 【】, 【●】, 【    】, 【待补充】, 【XX】, 【图片：…】
  /【[^】\p{L}\p{N}]*】/u,
  /【[^】]*(?:待|补充|填写|请|确认|提供|[XxＸ]{2}|××|\*\*|TB[DC])[^】]*】/i,
  /【图片：/,
  /[[［〔{]\s*[●•_＿…－—-]*\s*[\]］〕}]/,
  // XX万元, ×××, 20×4年, ●●
  /(?<![A-Za-z])[XＸ]{2,}(?![A-WYZa-wyz])|(?<![A-Za-z])x{2,}(?![A-Za-z])|×{2,}|(?:19|20)×[\d×]年|●{2,}/,
  // ____, ＿＿
  /(?<![\w/.@])_{2,}(?!\w)|＿+/,
  // 第    号, 年  月  日, 6月    日
  /第[\s_＿]*号(?![\p{L}\p{N}])/u,
  /年[\s_＿]+月[\s_＿]*日|月[\s_＿]+日/,
  /\bTB[DC]\b|\bto be (?:confirmed|determined|completed)\b/i,
  /[?？]{2,}/,
  /\{\{[^}]*\}\}|«[^»]*»|#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!)/,
];

const OWED = '待(?:补充|补|定|填写?|确认|核实|更新|完善|提供|核对|统计|插入)';

/** 待补充 and its kin where they stand for a value: alone, in brackets, after a colon, or said of data; not in 方案待定 of running prose. */
const OWED_VALUES: readonly RegExp[] = [
  new RegExp(`^[\\s（(【〔[]*${OWED}[\\s）)】〕\\]。；;]*$`),
  new RegExp(`[（(〔［[]\\s*${OWED}[^）)〕］\\]]{0,12}[）)〕］\\]]`),
  new RegExp(`[：:]\\s*${OWED}\\s*(?:$|[，。；;、）)])`),
  new RegExp(`(?:此处|数据|数字|金额|内容|附件|附表|表格|资料|材料|原因|说明)${OWED}\\s*(?:$|[，。；;、）)])`),
];

/** The first mark of a text that must be filled in before it is filed; null when there is none. */
export function findOpenMark(text: string): { at: number; mark: string } | null {
  const found = [...PATTERNS, ...OWED_VALUES].flatMap((pattern) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ at: match.index, mark: match[0] }];
  });
  return found.toSorted((a, b) => a.at - b.at)[0] ?? null;
}

/** The codes at the head of an announcement; each needs its value. */
export const CODE_FIELDS = /(证券代码|股票代码|债券代码|证券简称|股票简称|公告编号|编号)[：:]\s*([^\t\n]*)/g;

/** Whether a code has its value: a number its digits to the last, a name any letter. */
export function isCodeFilled(label: string, value: string): boolean {
  return label.endsWith('简称') ? /[\p{L}\p{N}]/u.test(value) : /\d\s*(?:$|\s{2,}|[号）)])/.test(value.split(/\s{2,}/)[0]!);
}
