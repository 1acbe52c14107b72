import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { Question, VerifierRole } from '../../domain/letter';
import { type Message, message } from '../../domain/message';
import type { Reply } from '../../domain/reply';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { listOrganisations } from './organisations';
import { ASKS_COVERAGE, CONCLUDES, CONCLUDES_AS, FIRM_NAME, PROCEDURE, ROLE_NAMES } from './verifierTerms';

/** What a verifier says on one question, and what it is held against. */
type Opinion = { verifier: VerifierRole; blocks: readonly ProseBlock[]; isWhole: boolean };

/**
 * A verifier's words against the same question's letter, statement and tables: a conclusion in another verifier's name, on a year or an organisation
 * nobody else speaks of, without procedures, or without the share the letter asks for. Doubts at most: a verifier may know more than the company writes.
 */
export function checkVerifierConclusions(
  question: Question,
  reply: Reply,
  prose: readonly ProseBlock[],
  tables: readonly DataTable[],
  ownNames: readonly string[],
): Finding[] {
  const opinions = listOpinions(reply, prose);
  if (opinions.length === 0) return [];
  const verifying = new Set(opinions.flatMap(({ blocks }) => blocks.map(({ blockId }) => blockId)));
  const statement = prose.filter(({ blockId }) => !verifying.has(blockId)).map(({ text }) => text);
  const known = [question.text, ...ownNames, ...statement, ...tables.flatMap(listTableWords)].join('\n').replace(/[^\S\n]+/g, '');
  return opinions.flatMap((opinion) => [
    ...checkRole(opinion),
    ...checkYears(opinion, known),
    ...checkOrganisations(opinion, known),
    ...checkWork(opinion, question),
  ]);
}

function listOpinions({ sections }: Reply, prose: readonly ProseBlock[]): Opinion[] {
  const byId = new Map(prose.map((block) => [block.blockId, block]));
  const roles = new Set(sections.flatMap(({ verifier }) => verifier ?? []));
  return [...roles].map((verifier) => {
    const own = sections.filter((section) => section.verifier === verifier);
    return {
      verifier,
      blocks: own.flatMap(({ blocks }) => blocks.flatMap(({ blockId }) => byId.get(blockId) ?? [])),
      isWhole: own.some(({ role, blocks }) => role === 'procedures' && blocks.length > 0),
    };
  });
}

function listTableWords({ caption, columns, rows, notes }: DataTable): string[] {
  return [caption ?? '', ...columns.flatMap(({ path }) => path), ...rows.flatMap(({ cells }) => cells.map(({ text }) => text)), ...notes];
}

function checkRole({ verifier, blocks }: Opinion): Finding[] {
  return blocks.flatMap((block) =>
    [...block.text.matchAll(CONCLUDES_AS)].flatMap((match): Finding[] => {
      if (ROLE_NAMES[match[1]!]!.includes(verifier)) return [];
      const start = match.index + match[0].search(/[^。；;\n]/);
      const text = block.text.slice(start, match.index + match[0].length);
      const said = message('finding.verifier-role', { own: message(`finding.role.${verifier}`), text });
      return [createFinding('verifier-role', 'warning', said, block, start, text)];
    }),
  );
}

/** Years of a conclusion that stand nowhere else: neither asked of, nor stated, nor in a table or a procedure. */
function checkYears({ blocks }: Opinion, known: string): Finding[] {
  const procedures = blocks.filter(({ text }) => !CONCLUDES.test(text)).map(({ text }) => text);
  const everywhere = [known, ...procedures].join('\n');
  return blocks
    .filter(({ text }) => CONCLUDES.test(text))
    .flatMap((block) =>
      [...block.text.matchAll(/((?:19|20)\d\d)\s{0,2}年(?!\s{0,2}修订|\s{0,2}第|\s{0,2}版)/g)].flatMap((match): Finding[] => {
        const year = match[1]!;
        if (everywhere.includes(year) || !/(?:19|20)\d\d年/.test(known) || isQuotedTitle(block.text, match.index)) return [];
        return [createFinding('verifier-period', 'warning', message('finding.verifier-period', { year }), block, match.index, match[0])];
      }),
    )
    .slice(0, 1);
}

function isQuotedTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at);
}

function checkOrganisations({ blocks }: Opinion, known: string): Finding[] {
  const named = new Set<string>();
  return blocks
    .filter(({ text }) => CONCLUDES.test(text))
    .flatMap((block) =>
      listOrganisations(block.text).flatMap(({ name, start }): Finding[] => {
        const plain = name.replace(/\s+/g, '');
        if (FIRM_NAME.test(plain) || named.has(plain) || isKnown(plain, known)) return [];
        named.add(plain);
        return [createFinding('verifier-entity', 'note', message('finding.verifier-entity', { name: plain }), block, start, name)];
      }),
    );
}

/** Where a name begins cannot always be told: half of it, up to its end, is enough. */
function isKnown(name: string, known: string): boolean {
  return known.includes(name.slice(-Math.max(8, Math.ceil(name.length / 2))));
}

function checkWork({ blocks, isWhole }: Opinion, question: Question): Finding[] {
  const concluding = blocks.find(({ text, heading }) => !heading && CONCLUDES.test(text));
  if (!concluding) return [];
  const others = blocks.filter((block) => block !== concluding);
  const said = others.map(({ text }) => text).join('\n');
  if (!isWhole && !PROCEDURE.test(said) && !PROCEDURE.test(concluding.text.replace(/经核查|核查意见/g, ''))) {
    return [createFinding('verifier-procedures', 'note', message('finding.verifier-procedures'), concluding, 0, concluding.text)];
  }
  const asked = question.text
    .split(/[。；;\n]/)
    .some((sentence) => ASKS_COVERAGE.test(sentence) && /核查|会计师|律师|保荐|顾问/.test(sentence));
  if (!asked || blocks.some(({ figures }) => figures.some(({ unit }) => unit === '%'))) return [];
  return [createFinding('verifier-coverage', 'note', message('finding.verifier-coverage'), concluding, 0, concluding.text)];
}

function createFinding(rule: string, severity: 'warning' | 'note', said: Message, block: ProseBlock, start: number, text: string): Finding {
  return { rule, severity, message: said, expected: null, stated: text, places: [placeInProse(block, start, start + text.length)] };
}
