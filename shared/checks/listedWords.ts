import { type Message, message } from '../domain/message';

/** Words of a document in a row: 甲、乙. */
export function listWords(words: readonly string[]): Message[] {
  return words.map((word, index) => message(index === 0 ? 'finding.word' : 'finding.next-word', { word }));
}

/** Words of a document in a row, each in quotation marks: “甲”、“乙”. */
export function quoteWords(words: readonly string[]): Message[] {
  return words.map((word, index) => message(index === 0 ? 'finding.quoted-word' : 'finding.next-quoted-word', { word }));
}
