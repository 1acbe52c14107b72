import type { contradictionMessages } from '../catalogue/contradictionMessages';
import type { doubtMessages } from '../catalogue/doubtMessages';
import type { finalMessages } from '../catalogue/finalMessages';
import type { findingMessages } from '../catalogue/findingMessages';
import type { leakMessages } from '../catalogue/leakMessages';
import type { placeWords } from '../catalogue/places';
import type { reasonMessages } from '../catalogue/reasonMessages';
import type { refusalMessages } from '../catalogue/refusalMessages';
import type { warningMessages } from '../catalogue/warningMessages';

interface Sentences
  extends ContradictionMessages,
    DoubtMessages,
    FinalMessages,
    FindingMessages,
    LeakMessages,
    PlaceWords,
    ReasonMessages,
    RefusalMessages,
    WarningMessages {}
type ContradictionMessages = (typeof contradictionMessages)['zh-CN'];
type DoubtMessages = (typeof doubtMessages)['zh-CN'];
type FinalMessages = (typeof finalMessages)['zh-CN'];
type FindingMessages = (typeof findingMessages)['zh-CN'];
type LeakMessages = (typeof leakMessages)['zh-CN'];
type PlaceWords = (typeof placeWords)['zh-CN'];
type ReasonMessages = (typeof reasonMessages)['zh-CN'];
type RefusalMessages = (typeof refusalMessages)['zh-CN'];
type WarningMessages = (typeof warningMessages)['zh-CN'];
type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** Key of a sentence a check, reader or parser may say, or of what fills an error's sentence. */
export type MessageKey = keyof Sentences;

/** What fills a sentence: text as printed, numbers, sentences inside the sentence. Null and an empty list say nothing. */
export type MessageValue = string | number | Message | readonly Message[] | null;

/** A sentence not yet said: which one, and with what. It becomes words once, in the language of whoever reads it (shared/catalogue). */
export type Message = { key: MessageKey; data: Readonly<Record<string, MessageValue>> };

type DataOf<Key extends MessageKey> = Readonly<Record<NamesIn<Sentences[Key]>, MessageValue>>;

/** The message of `key`; its data must carry every name the sentence has in braces. */
export function message<Key extends MessageKey>(
  key: Key,
  ...[data]: [NamesIn<Sentences[Key]>] extends [never] ? [] : [data: DataOf<Key>]
): Message {
  return { key, data: data ?? {} };
}
