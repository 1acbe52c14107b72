import { say } from '../../catalogue/catalogue';
import type { Language } from '../../catalogue/defineWords';
import type { ReviewedDocument } from './reviewedDocument';

type Story = ReviewedDocument['stories'][number]['kind'];

/** What is said of changes a reply has no form for, in the language of whoever takes a document back. */
export type WordReviewWords = ReturnType<typeof createWords>;

/** The words of a language. */
export function createWords(language: Language) {
  return {
    unknownAuthor: () => say(language, 'wordReview.unknownAuthor'),
    deleted: (text: string) => say(language, 'wordReview.deleted', { text }),
    inserted: (text: string) => say(language, 'wordReview.inserted', { text }),
    look: (text: string) => say(language, 'wordReview.look', { text }),
    style: (text: string) => say(language, 'wordReview.style', { text }),
    form: () => say(language, 'wordReview.form'),
    split: () => say(language, 'wordReview.split'),
    joined: () => say(language, 'wordReview.joined'),
    objectInserted: () => say(language, 'wordReview.objectInserted'),
    objectDeleted: () => say(language, 'wordReview.objectDeleted'),
    table: () => say(language, 'wordReview.table'),
    cellText: (text: string) => say(language, 'wordReview.cellText', { text }),
    settled: (text: string) => say(language, 'wordReview.settled', { text }),
    story: (kind: Story) => say(language, `wordReview.${kind}`),
    other: (kind: string, text: string) => say(language, 'wordReview.other', { kind, text }),
  };
}
