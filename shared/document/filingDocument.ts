import type { ItemId, QuestionId } from '../domain/ids';
import type { Letter } from '../domain/letter';
import type { Section } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import { assert } from '../util/assert';
import type { FilingBlock } from './filingBlock';

/** A document ready to be written. `removed` is the text that is gone since the former state, in a document that marks changes. `shown` says which questions (and items, none meaning all) it answers, and with which sections. */
export type FilingDocument = {
  title: string;
  blocks: FilingBlock[];
  removed?: string[];
  shown: { questionId: QuestionId; itemIds: ItemId[]; sections: Section[] }[];
};

/** The letter documents are about: the project's newest. */
export function getLetter({ letters }: ProjectSnapshot): Letter {
  const letter = letters.at(-1);
  assert(letter, 'a project has at least one letter');
  return letter;
}

/** The questions of every letter as received: documents print them word for word. */
export function listAsked({ letters }: ProjectSnapshot): string[] {
  return letters.flatMap(({ questions }) =>
    questions.flatMap(({ partHeading, text }) => (partHeading === null ? [text] : [partHeading, text])),
  );
}
