import type { Subtraction } from '../../../../shared/document/redaction/findSubtractions';
import { type Message, message } from '../../../../shared/domain/message';
import { AppError } from '../../../../shared/ipc/errors';
import type { Leak } from './scanForLeaks';

/** Places a refusal names; the rest is a count. */
const NAMED = 5;

/** Parts of a DOCX by the words a writer has for them; the first that fits. */
const PARTS = [
  [/^word\/document\.xml$/, 'leak.body'],
  [/^word\/header\d*\.xml$/, 'leak.header'],
  [/^word\/footer\d*\.xml$/, 'leak.footer'],
  [/^word\/(?:footnotes|endnotes)\.xml$/, 'leak.notes'],
  [/^word\/comments\w*\.xml$/, 'leak.comments'],
  [/^word\/charts\//, 'leak.chart'],
  [/^word\/embeddings\/.*\.xlsx( ›|$)/, 'leak.chartData'],
  [/^docProps\//, 'leak.properties'],
] as const;

/** Throws redaction-leak with the places where a file tells what is withheld; returns when there are none. */
export function refuseLeaks(file: string, leaks: readonly Leak[], told: readonly Subtraction[], advice: Advice): void {
  const count = leaks.length + told.length;
  if (count === 0) return;
  const places = [...leaks.map(sayLeak), ...told.map(({ caption, ...cell }) => message('leak.told', { caption, ...cell }))];
  const more = count > NAMED ? [message('leak.more', { count: count - NAMED })] : [];
  const where = message('leak.places', { places: [...places.slice(0, NAMED), ...more] });
  throw new AppError('redaction-leak', { file, count, where, advice: message(advice) });
}

/** What to do about a refusal. */
export type Advice = 'leak.takeRedacted' | 'leak.rewrite';

function sayLeak({ file, part, quote }: Leak): Message {
  const isName = part === file && file.includes(quote);
  return message('leak.found', { part: isName ? message('leak.fileName') : namePart(part), quote });
}

function namePart(part: string): Message {
  if (part.startsWith('word/media/')) return message('leak.picture', { part });
  const known = PARTS.find(([pattern]) => pattern.test(part));
  return known ? message(known[1]) : message('leak.part', { part });
}
