import { type Message, message } from './message';

/** A piece of one finished document that another made of the same project does not have, or has otherwise, under its question's heading. */
export type SharedTextDifference = { question: string; kind: 'other' | 'missing'; text: string };

/** What a verifier's finished document has word for word as the announcement, counted, and where it does not. */
export type SharedText = { paragraphs: number; tables: number; differences: SharedTextDifference[] };

/** Characters quoted of a piece. */
const QUOTE_LENGTH = 40;

/** A difference in words. */
export function sayUnshared({ question, kind, text }: SharedTextDifference): Message {
  const quote = text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text;
  return message(kind === 'other' ? 'warning.shared-other' : 'warning.shared-missing', { question, text: quote });
}
