import { nameQuestion } from '../../shared/document/questionBlocks';
import type { BlockId } from '../../shared/domain/ids';
import type { Question } from '../../shared/domain/letter';
import type { Message, MessageValue } from '../../shared/domain/message';
import { getInlineText, type Section } from '../../shared/domain/reply';

/** Where a fault of a finished document is set right: a question, its words or its table as far as they are told; or what the project says of itself. */
export type FaultPlace = { kind: 'question'; question: Question; words: string | null; table: number | null } | { kind: 'details' };

/** Faults that stand outside of questions are set right in the project's details. */
const IN_DETAILS = new Set(['warning.final-code', 'warning.final-blank']);

/** Characters by which a paragraph is known when the whole of it reads otherwise. */
const BEGINNING = 16;

/** The place a sentence of the last look names first; null when nothing in the project is to blame. The last of questions that are called the same. */
export function findFault(said: Message, questions: readonly Question[]): FaultPlace | null {
  const heading = findValue(said, 'heading');
  if (heading === null) return IN_DETAILS.has(said.key) ? { kind: 'details' } : null;
  const name = squeeze(String(heading).split(' › ')[0]!);
  const isNamed = (question: Question) => {
    const full = squeeze(nameQuestion(question));
    return name.endsWith('…') ? full.startsWith(name.slice(0, -1)) : full === name;
  };
  const question = questions.findLast(isNamed);
  if (!question) return null;
  const [words, table] = [findValue(said, 'text'), findValue(said, 'table')];
  return { kind: 'question', question, words: words === null ? null : String(words), table: table === null ? null : Number(table) };
}

/** The block of a reply in which a fault stands: the table counted, else the first that holds its words, or their beginning; null when they are not there. */
export function findFaultBlock({ words, table }: Extract<FaultPlace, { kind: 'question' }>, sections: readonly Section[]): BlockId | null {
  const blocks = sections.flatMap((section) => section.blocks);
  if (table !== null) return blocks.filter((block) => block.type === 'table')[table - 1]?.blockId ?? null;
  if (words === null) return null;
  const sought = squeeze(words).replace(/…$/, '');
  const find = (part: string) => blocks.find((block) => 'inlines' in block && squeeze(getInlineText(block.inlines)).includes(part));
  // A formula or a note further on may be printed otherwise than it is written.
  return (find(sought) ?? find(sought.slice(0, BEGINNING)))?.blockId ?? null;
}

/** The first text or number under a name, in a message or those inside it. */
function findValue({ data }: Message, name: string): string | number | null {
  for (const [key, value] of Object.entries(data)) {
    if (key === name && (typeof value === 'string' || typeof value === 'number')) return value;
    for (const inner of listInner(value)) {
      const found = findValue(inner, name);
      if (found !== null) return found;
    }
  }
  return null;
}

function listInner(value: MessageValue): readonly Message[] {
  if (value === null || typeof value !== 'object') return [];
  return 'key' in value ? [value] : value;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
