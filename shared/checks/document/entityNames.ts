import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { listOrganisations } from './organisations';
import { addTo } from '../../util/multimap';

type Use = { block: ProseBlock; start: number };

/** So often a name is used before one like it that is used once is taken for a slip. */
const LEAST_USES = 2;
/** Characters by which names of different companies are told apart. */
const TELLS_APART = /[一二三四五六七八九十甲乙丙丁东南西北中上下大小新老省市县区乡镇\dA-Za-z（）()]/;

/** A company's name used once that differs in one character from one used more often: a slip of the pen, or another company. A doubt. */
export function checkEntityNames(prose: readonly ProseBlock[], tableTexts: ReadonlySet<string>): Finding[] {
  const uses = new Map<string, Use[]>();
  for (const block of prose) {
    for (const { name, start } of listOrganisations(block.text)) addTo(uses, name, { block, start });
  }
  const common = [...uses].filter(([, each]) => each.length >= LEAST_USES).map(([name]) => name);
  return [...uses].flatMap(([name, [use, ...more]]): Finding[] => {
    if (!use || more.length > 0 || tableTexts.has(name)) return [];
    const other = common.find((each) => differsInOneCharacter(each, name));
    if (!other) return [];
    const place = placeInProse(use.block, use.start, use.start + name.length);
    const first = uses.get(other)![0]!;
    return [
      {
        rule: 'entity-name',
        severity: 'warning',
        message: message('finding.entity-name', { text: name, name: other }),
        expected: null,
        stated: name,
        places: [
          { ...place, correction: { start: use.start, before: name, text: other } },
          placeInProse(first.block, first.start, first.start + other.length),
        ],
      },
    ];
  });
}

function differsInOneCharacter(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = Array.from(a, (_, index) => index).filter((index) => a[index] !== b[index]);
  return at.length === 1 && !TELLS_APART.test(a[at[0]!]! + b[at[0]!]!);
}
