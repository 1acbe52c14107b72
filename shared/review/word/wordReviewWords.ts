import { say } from '../../catalogue/catalogue';
import type { Language } from '../../catalogue/defineWords';
import type { ReviewedDocument } from './reviewedDocument';

type Story = ReviewedDocument['stories'][number]['kind'];

/** A remark in words: as said in a language, and what says the same in every language. */
export type Said = { text: string; key: string };

/** What is said of changes a reply has no form for, in the language of whoever takes a document back. */
export type WordReviewWords = ReturnType<typeof createWords>;

/** The words of a language. */
export function createWords(language: Language) {
  const tell = (key: Parameters<typeof say>[1], data: Record<string, string> = {}): Said => ({
    text: say(language, key, data),
    key: `${key} ${JSON.stringify(data)}`,
  });
  return {
    unknownAuthor: () => say(language, 'wordReview.unknownAuthor'),
    deleted: (text: string) => tell('wordReview.deleted', { text }),
    inserted: (text: string) => tell('wordReview.inserted', { text }),
    look: (text: string) => tell('wordReview.look', { text }),
    style: (text: string) => tell('wordReview.style', { text }),
    form: () => tell('wordReview.form'),
    split: () => tell('wordReview.split'),
    joined: () => tell('wordReview.joined'),
    moved: (before: string) => tell(before === '' ? 'wordReview.movedFirst' : 'wordReview.moved', { before }),
    cellGone: (text: string) => tell('wordReview.cellGone', { text }),
    cellNew: (text: string) => tell('wordReview.cellNew', { text }),
    objectInserted: () => tell('wordReview.objectInserted'),
    objectDeleted: () => tell('wordReview.objectDeleted'),
    table: () => tell('wordReview.table'),
    cellText: (text: string) => tell('wordReview.cellText', { text }),
    settled: (text: string) => say(language, 'wordReview.settled', { text }),
    other: (kind: string, text: string) => tell('wordReview.other', { kind, text }),
    /** Something said of a header, a footer or a note. */
    inStory: (kind: Story, said: Said): Said => ({
      text: `${say(language, `wordReview.${kind}`)}：${said.text}`,
      key: `${kind} ${said.key}`,
    }),
  };
}
