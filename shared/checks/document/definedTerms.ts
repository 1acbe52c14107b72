import type { Finding, FindingPlace } from '../../domain/finding';
import { message } from '../../domain/message';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { findUses, type FoundDefinition } from '../../document/terms/findDefinitions';
import { listPassages, type Passage } from '../../document/terms/listPassages';
import { COMMON_TERMS } from '../../document/terms/termWords';

type Definition = FoundDefinition & { passage: number };

/**
 * Short names (以下简称) that are used before they are defined, defined twice or for two things, defined and never used, written down but never
 * defined, and things with two short names. The company's statements are one text; each verifier's sections follow it as a text of their own.
 */
export function checkDefinedTerms(snapshot: ProjectSnapshot): Finding[] {
  const { details, replies, tables } = snapshot;
  const material = { preamble: details.preamble, replies, tables };
  const own = listPassages(material, null);
  const registered = snapshot.definedTerms ?? [];
  const roles = [...new Set(replies.flatMap(({ sections }) => sections.flatMap(({ verifier }) => verifier ?? [])))];
  const opinions = roles.map((role) => listPassages(material, role));
  return [
    ...checkScope(own, opinions.flat()),
    ...opinions.flatMap((passages) => checkScope(passages, []).filter(({ rule }) => rule !== 'term-unused')),
    ...registered.flatMap(({ term, fullName }) => checkRegistered(term, fullName, own)),
  ];
}

function checkScope(passages: readonly Passage[], elsewhere: readonly Passage[]): Finding[] {
  const definitions = collectDefinitions(passages);
  const terms = [...new Set(definitions.map(({ term }) => term))];
  const names = definitions.flatMap(({ term, fullName }) => [term, fullName]);
  return [
    ...terms.flatMap((term) => {
      const all = definitions.filter((definition) => definition.term === term);
      const masks = names.filter((name) => name !== term && name.includes(term));
      return [...checkRepeated(term, all, passages), ...checkUse(term, all[0]!, masks, passages, elsewhere)];
    }),
    ...checkTwoNames(definitions, passages),
  ];
}

function collectDefinitions(passages: readonly Passage[]): Definition[] {
  return passages.flatMap(({ definitions }, passage) => definitions.map((definition) => ({ ...definition, passage })));
}

function checkRepeated(term: string, [first, ...later]: readonly Definition[], passages: readonly Passage[]): Finding[] {
  const second = later[0];
  if (first === undefined || second === undefined || COMMON_TERMS.has(term)) return [];
  const other = later.find(({ fullName }) => !isSameName(fullName, first.fullName));
  const places = [first, other ?? second].map((definition) => placeOf(definition, passages));
  if (!other) return [createFinding('term-defined-twice', 'note', message('finding.term-defined-twice', { term }), term, places)];
  const data = { term, first: first.fullName, second: other.fullName };
  return [createFinding('term-for-two', 'warning', message('finding.term-for-two', data), term, places)];
}

function checkUse(
  term: string,
  first: Definition,
  masks: readonly string[],
  passages: readonly Passage[],
  elsewhere: readonly Passage[],
): Finding[] {
  if (COMMON_TERMS.has(term)) return [];
  const defining = passages[first.passage]!;
  const uses = ({ text }: Pick<Passage, 'text'>) => findUses(text, term, masks).length > 0;
  const before = passages.slice(0, first.passage).find((passage) => passage.kind === 'text' && uses(passage));
  if (before) {
    const places = [{ ...before.place, text: term }, placeOf(first, passages)];
    return [createFinding('term-before-definition', 'note', message('finding.term-before-definition', { term }), term, places)];
  }
  const isUsed =
    uses({ text: defining.text.slice(0, first.start) + defining.text.slice(first.end) }) ||
    passages.some((passage, index) => (index > first.passage || passage.kind === 'table') && index !== first.passage && uses(passage)) ||
    elsewhere.some(uses);
  if (isUsed) return [];
  return [createFinding('term-unused', 'note', message('finding.term-unused', { term }), term, [placeOf(first, passages)])];
}

/** One thing with two short names, when they are not given in one bracket. */
function checkTwoNames(definitions: readonly Definition[], passages: readonly Passage[]): Finding[] {
  return definitions.flatMap((definition, index) => {
    const other = definitions
      .slice(0, index)
      .find(
        (former) =>
          former.term !== definition.term && !isSameBracket(former, definition) && isSameName(former.fullName, definition.fullName),
      );
    if (!other || isLater(definitions, index)) return [];
    const data = { name: definition.fullName, first: other.term, second: definition.term };
    const places = [other, definition].map((one) => placeOf(one, passages));
    return [createFinding('term-two-names', 'warning', message('finding.term-two-names', data), definition.term, places)];
  });

  function isLater(all: readonly Definition[], index: number): boolean {
    return all.slice(0, index).some(({ term }) => term === all[index]!.term);
  }
}

function checkRegistered(term: string, fullName: string, passages: readonly Passage[]): Finding[] {
  const own = collectDefinitions(passages).find((definition) => definition.term === term);
  if (own) {
    if (isSameName(own.fullName, fullName) || own.fullName.endsWith(fullName)) return [];
    const data = { term, first: fullName, second: own.fullName };
    return [createFinding('term-for-two', 'warning', message('finding.term-for-two', data), term, [placeOf(own, passages)])];
  }
  const used = passages.find(({ text }) => findUses(text, term, [fullName]).length > 0);
  if (!used) return [];
  return [
    createFinding('term-undefined', 'note', message('finding.term-undefined', { term, name: fullName }), term, [
      { ...used.place, text: term },
    ]),
  ];
}

/** Names are the same when one ends with the other: what stands before a name cannot always be told from it. */
function isSameName(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return a === b || (short.length >= SHORTEST_NAME && long.endsWith(short));
}

/** Shorter endings say too little: 股份有限公司 ends every company's name. */
const SHORTEST_NAME = 8;

function isSameBracket(a: Definition, b: Definition): boolean {
  return a.passage === b.passage && a.start === b.start;
}

function placeOf({ passage, start, end }: Definition, passages: readonly Passage[]): FindingPlace {
  const { place, text } = passages[passage]!;
  return { ...place, text: text.slice(start, end) };
}

function createFinding(
  rule: string,
  severity: Finding['severity'],
  said: Finding['message'],
  stated: string,
  places: FindingPlace[],
): Finding {
  return { rule, severity, message: said, expected: null, stated, places };
}
