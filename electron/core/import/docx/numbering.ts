import { formatNumber } from './numberFormats';
import { showSymbol } from './symbols';
import { childOf, childrenOf, toggleOf, valueOf, type XmlElement } from './xmlTree';

/** Writes out automatic numbers in reading order; it keeps the counters, so every numbered paragraph must be asked for once. */
export type Numberer = {
  /** Label of the next paragraph of that list and level as printed (（一）, 1、), '' for none. `ilvl` null takes the level tied to `styleId`. */
  nextLabel(numId: string, ilvl: number | null, styleId: string | null): string;
};

type Level = {
  start: number;
  format: string;
  text: string;
  joined: boolean;
  restartAfter: number | null;
  legal: boolean;
  styleId: string | null;
};
type List = { abstractId: string; levels: Map<number, Level>; startOverrides: Map<number, number> };

const MAX_LEVEL = 8;

/** Reads numbering.xml (undefined when the document has none). */
export function readNumbering(root: XmlElement | undefined): Numberer {
  const abstracts = new Map<string, Map<number, Level>>();
  for (const element of childrenOf(root, 'w:abstractNum')) {
    abstracts.set(element.attributes['w:abstractNumId'] ?? '', readLevels(element));
  }
  const lists = new Map<string, List>();
  for (const element of childrenOf(root, 'w:num')) {
    lists.set(element.attributes['w:numId'] ?? '', readList(element, abstracts));
  }
  return createNumberer(lists);
}

function readLevels(parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of childrenOf(parent, 'w:lvl')) levels.set(readLevelIndex(element), readLevel(element));
  return levels;
}

function readLevelIndex(element: XmlElement): number {
  return clampLevel(Number(element.attributes['w:ilvl'] ?? 0));
}

function clampLevel(level: number): number {
  return Number.isInteger(level) ? Math.min(Math.max(level, 0), MAX_LEVEL) : 0;
}

function readLevel(element: XmlElement): Level {
  const restart = valueOf(element, 'w:lvlRestart');
  return {
    start: readInteger(valueOf(element, 'w:start'), 1),
    format: valueOf(element, 'w:numFmt') ?? 'decimal',
    text: valueOf(element, 'w:lvlText') ?? '',
    joined: valueOf(element, 'w:suff') === 'nothing',
    restartAfter: restart === undefined ? null : readInteger(restart, 0),
    legal: toggleOf(element, 'w:isLgl') ?? false,
    styleId: valueOf(element, 'w:pStyle') ?? null,
  };
}

function readInteger(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return text !== undefined && Number.isInteger(value) ? value : otherwise;
}

function readList(element: XmlElement, abstracts: ReadonlyMap<string, Map<number, Level>>): List {
  const abstractId = valueOf(element, 'w:abstractNumId') ?? '';
  const levels = new Map(abstracts.get(abstractId));
  const startOverrides = new Map<number, number>();
  for (const override of childrenOf(element, 'w:lvlOverride')) {
    const index = readLevelIndex(override);
    const level = childOf(override, 'w:lvl');
    if (level) levels.set(index, readLevel(level));
    const start = valueOf(override, 'w:startOverride');
    if (start !== undefined) startOverrides.set(index, readInteger(start, 1));
  }
  return { abstractId, levels, startOverrides };
}

function createNumberer(lists: ReadonlyMap<string, List>): Numberer {
  // Lists made from one abstract definition go on counting together until an override starts one anew.
  const countersByAbstract = new Map<string, (number | undefined)[]>();
  const started = new Set<string>();
  return {
    nextLabel(numId, ilvl, styleId) {
      const list = lists.get(numId);
      if (!list) return '';
      const index = clampLevel(ilvl ?? findStyleLevel(list, styleId));
      const level = list.levels.get(index);
      if (!level) return '';
      const counters = countersByAbstract.get(list.abstractId) ?? [];
      countersByAbstract.set(list.abstractId, counters);
      const override = list.startOverrides.get(index);
      const key = `${numId}/${index}`;
      if (override !== undefined && !started.has(key)) counters[index] = override;
      else counters[index] = (counters[index] ?? level.start - 1) + 1;
      started.add(key);
      for (const [deeper, other] of list.levels) {
        if (deeper > index && (other.restartAfter === null || index < other.restartAfter)) counters[deeper] = undefined;
      }
      return writeLabel(list, level, counters);
    },
  };
}

function findStyleLevel(list: List, styleId: string | null): number {
  for (const [index, level] of list.levels) if (styleId !== null && level.styleId === styleId) return index;
  return 0;
}

function writeLabel(list: List, level: Level, counters: readonly (number | undefined)[]): string {
  if (level.format === 'bullet') return `${Array.from(level.text, showSymbol).join('')} `;
  const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const other = list.levels.get(index);
    if (!other) return '';
    const value = counters[index] ?? other.start;
    const decimal = level.legal || other.format === 'bullet';
    return formatNumber(value, decimal ? 'decimal' : other.format) ?? String(value);
  });
  // A label such as 1. must not run into a following year or amount.
  return label !== '' && !level.joined && /[\w.]$/.test(label) ? `${label} ` : label;
}
