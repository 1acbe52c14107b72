import { createFormFinder, escapePattern, type FormFinder } from './findForms';
import { foldText } from './foldText';

/** What stands behind the name proper of a company. */
const FORM = /(?:集团股份有限公司|股份有限公司|有限责任公司|集团有限公司|控股有限公司|有限公司|股份公司|集团公司|集团|公司)$/;
const BRACKETS = /[（(][^（）()]{2,8}[）)]/g;
const REGION =
  /^(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|广州|杭州|苏州|南京|宁波|青岛|大连|厦门|成都|武汉|西安)(?:省|市|自治区)?/;
/** Characters from which what is left of a name is still that name. */
const FEWEST = 4;

/** What a name is called when its legal form, the brackets in it or the place before it are left out; without the name itself. */
export function listShortNames(name: string): string[] {
  const without = name.replace(FORM, '');
  const bare = without.replaceAll(BRACKETS, '');
  const local = bare.replace(REGION, '');
  return [...new Set([without, bare, local])].filter((short) => short !== name && short.length >= FEWEST);
}

/** Something between a short name and a legal form that makes it another company: 禾风机械 in 禾风机械（上海）有限公司. */
const OTHER = /^(?:[（(][^（）()]{2,8}[）)]|[\u4e00-\u9fff]{1,4})(?:股份有限公司|有限责任公司|有限公司|银行|大学)/;

const LEGAL_FORM = /^(?:集团|控股)?(?:股份有限|有限责任|有限)公司/;

/** Whether what was found of a name is the beginning of another one. */
export function isOtherName(text: string, to: number, names: readonly string[]): boolean {
  const after = foldText(text.slice(to, to + 24)).folded;
  return !LEGAL_FORM.test(after) && OTHER.test(after) && !names.some((name) => isRestOf(name, after));
}

function isRestOf(name: string, after: string): boolean {
  const { folded } = foldText(name);
  return Array.from(folded, (_, at) => folded.slice(at)).some((rest) => rest.length > 3 && after.startsWith(rest));
}

/** Finds the names, and what they are called for short unless it is the beginning of another company's name. */
export function createNameFinder(names: readonly string[]): FormFinder {
  const [findName, findShort] = [createFormFinder(names), createFormFinder(names.flatMap(listShortNames))];
  return (text) => [...(findName?.(text) ?? []), ...(findShort?.(text) ?? []).filter(([, to]) => !isOtherName(text, to, names))];
}

const ENDING = '(?:有限公司|有限责任公司|股份公司|集团|银行|合伙企业|研究院|大学)';
/** Words that say what kind of company it is, not which. */
const GENERIC = /^(?:某|该|本|一家|系|为|其|原|上市|国有|央企|境外|境内|海外|外资|内资|民营|贸易|关联|控股|参股|合资|子|母|分|全资|非关联)/;

/** The two characters a name is known by: those that follow the place in it. */
function getBrand(name: string): string {
  return name.replace(FORM, '').replaceAll(BRACKETS, '').replace(REGION, '').slice(0, 2);
}

/**
 * Finds an alias explained by the name it stands for, 客户A（某某有限公司） or 某某有限公司（客户A）: whatever company's name that is, or however short one of
 * `names` is written there, it tells who is meant.
 */
export function createExplainedFinder(alias: string, names: readonly string[]): (text: string) => [number, number] | null {
  const escaped = escapePattern(alias);
  const behind = new RegExp(`${escaped}\\s*[（(](?:即|指|全称|名称|原名)?[为是：:]?\\s*([^（）()，。；、\\s]{3,40}${ENDING})[）)]`);
  const before = new RegExp(
    `([\\u4e00-\\u9fffA-Za-z]{4,40}(?:有限公司|有限责任公司|合伙企业|研究院))\\s*[（(](?:以下)?(?:简称|称为|即)?[：:]?[“"‘']?${escaped}[”"’']?[）)]`,
  );
  const known = names.map(getBrand).filter((brand) => brand.length === 2);
  const brands =
    known.length === 0
      ? null
      : new RegExp(`${escaped}\\s*[（(][^（）()]{0,20}(?:${known.map(escapePattern).join('|')})[^（）()]{0,20}[）)]`);
  return (text) => {
    if (!text.includes(alias)) return null;
    const brand = brands?.exec(text);
    if (brand) return [brand.index, brand.index + brand[0].length];
    for (const pattern of [behind, before]) {
      const found = pattern.exec(text);
      if (found && !GENERIC.test(found[1]!) && !found[1]!.includes(alias)) return [found.index, found.index + found[0].length];
    }
    return null;
  };
}
