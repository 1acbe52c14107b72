import type { Message, MessageValue } from '../domain/message';
import type { ErrorValue } from '../ipc/errors';
import type { Language } from './defineWords';
import { chartWords } from './chart';
import { cliWords } from './cli';
import { contradictionMessages } from './contradictionMessages';
import { doubtMessages } from './doubtMessages';
import { errorWords } from './errors';
import { evidenceWords } from './evidence';
import { exchangeWords } from './exchange';
import { exchangeScreenWords } from './exchangeScreens';
import { exportWords } from './export';
import { finalMessages } from './finalMessages';
import { filingSetWords } from './filingSet';
import { findingMessages } from './findingMessages';
import { findingsWords } from './findings';
import { leakMessages } from './leakMessages';
import { letterWords } from './letter';
import { letterDeskWords } from './letterDesk';
import { numbersWords } from './numbers';
import { matterWords } from './matter';
import { matterRecordWords } from './matterRecords';
import { menuWords } from './menu';
import { operationWords } from './operations';
import { opinionWords } from './opinion';
import { originWords } from './origin';
import { overviewWords } from './overview';
import { placeWords } from './places';
import { reasonMessages } from './reasonMessages';
import { refusalMessages } from './refusalMessages';
import { previewWords } from './preview';
import { referenceWords } from './reference';
import { redactionWords } from './redaction';
import { replyWords } from './reply';
import { replyTableWords } from './replyTable';
import { reviewEditorWords } from './reviewEditor';
import { searchWords } from './search';
import { shellWords } from './shell';
import { startWords } from './start';
import { versionWords } from './versions';
import { warningMessages } from './warningMessages';
import { wordReviewWords } from './wordReview';

/** Every word the program shows, by area. An area's file holds both languages. */
const areas = [
  chartWords,
  cliWords,
  contradictionMessages,
  doubtMessages,
  errorWords,
  evidenceWords,
  exchangeWords,
  exchangeScreenWords,
  exportWords,
  filingSetWords,
  finalMessages,
  findingMessages,
  findingsWords,
  leakMessages,
  letterWords,
  numbersWords,
  letterDeskWords,
  matterWords,
  matterRecordWords,
  menuWords,
  operationWords,
  opinionWords,
  originWords,
  overviewWords,
  placeWords,
  reasonMessages,
  refusalMessages,
  previewWords,
  referenceWords,
  redactionWords,
  replyWords,
  replyTableWords,
  reviewEditorWords,
  searchWords,
  shellWords,
  startWords,
  versionWords,
  warningMessages,
  wordReviewWords,
] as const;

type Areas = (typeof areas)[number];
type KeysOf<Area> = Area extends { 'zh-CN': infer Words } ? keyof Words & string : never;

/** Key of a word or sentence in the catalogue. */
export type WordKey = KeysOf<Areas>;

const catalogue: Record<Language, Readonly<Record<string, string>>> = {
  'zh-CN': Object.assign({}, ...areas.map((area) => area['zh-CN'])) as Record<string, string>,
  en: Object.assign({}, ...areas.map((area) => area.en)) as Record<string, string>,
};

/** The sentence for `key` in a language, with every `{name}` replaced from `data`. */
export function say(language: Language, key: WordKey, data: Readonly<Record<string, string | number>> = {}): string {
  const sentence = catalogue[language][key] ?? key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in data ? String(data[name]) : whole));
}

/** The one place where an error becomes a sentence. */
export function sayError(language: Language, error: ErrorValue): string {
  return say(language, `error.${error.code}`, sayData(language, error.data));
}

/** The one place where a check's or reader's message becomes a sentence; messages inside it are said in the same language. */
export function sayMessage(language: Language, message: Message | string): string {
  if (typeof message === 'string') return message;
  return say(language, message.key, sayData(language, message.data));
}

/** What fills a sentence, in words: messages among it are said in the same language. */
export function sayData(language: Language, data: Readonly<Record<string, MessageValue>>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, sayValue(language, value)]));
}

function sayValue(language: Language, value: MessageValue): string | number {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return value;
  if ('key' in value) return sayMessage(language, value);
  return value.map((part) => sayMessage(language, part)).join('');
}
