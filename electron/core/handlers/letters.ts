import { getQuestion, findLetterFile, getLetter, listLetters, updateHeader, updateWork } from '../db/queries/letters';
import { confirmLetterPage, listLetterPages } from '../db/queries/letterPages';
import { ORAL_FEEDBACK } from '../../../shared/letter/dictionary';
import { getLetterName } from '../../../shared/letter/getLetterName';
import { parseFeedback } from '../../../shared/letter/parseLetter';
import { findQuotedReplies } from '../../../shared/letter/quotedReplies';
import { listReplies } from '../db/queries/replies';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { runWrite } from '../rpc/runWrite';
import { readLetter, refuseUnanswerable, storeLetter } from './addLetter';
import { correctHandler } from './letterCorrections';

export const letterHandlers: HandlersOf<'letter' | 'item'> = {
  'letter:preview': controls(async (session, input) => {
    const { parsed, fileName, text, cleaned, scanPages, warnings } = await readLetter(session, input);
    return { ...parsed, cleaned, fileName, text, scanPages, warnings };
  }),

  'letter:list': reads(({ db }) => listLetters(db)),

  'letter:quotes': reads(({ db }) => {
    const letters = listLetters(db);
    const replies = new Map(listReplies(db).map((reply) => [reply.questionId, reply]));
    return letters.flatMap(({ questions }, round) => {
      const former = letters
        .slice(0, round)
        .flatMap((letter) => letter.questions.flatMap(({ questionId }) => replies.get(questionId) ?? []));
      return findQuotedReplies(questions, former);
    });
  }),

  'letter:text': controls(async (session, { letterId }) => {
    const { db } = session.getProject();
    const { text, cleaned, bytes, fileName } = findLetterFile(db, letterId);
    // Projects of the first versions kept the file alone.
    const read = text === null ? await session.readers.letter(bytes, fileName) : { text, cleaned };
    return { text: read.text, cleaned: read.cleaned, pages: listLetterPages(db, letterId) };
  }),

  'letter:correct': correctHandler,

  'letter:add': controls(async (session, { letter: input }) => {
    session.getWritableProject();
    const read = await readLetter(session, input);
    refuseUnanswerable(read);
    return runWrite(session, 'letter:add', ({ db, recorder, describe }) => {
      const letter = storeLetter(db, recorder, read, null);
      describe({ letter: getLetterName(letter) });
      return letter;
    });
  }),

  'letter:addOral': writes(({ db, recorder, describe }, { spokenOn, spokenBy, words }) => {
    const { header: former } = listLetters(db).at(-1)!;
    const header = { ...former, ...ORAL, issuedOn: spokenOn, receivedOn: spokenOn };
    const parsed = { header, questions: parseFeedback(words), problems: [], cleaned: [] };
    const fileName = `${ORAL.kind}${spokenOn}.txt`;
    const bytes = new TextEncoder().encode(words);
    const letter = storeLetter(db, recorder, { parsed, bytes, fileName, text: words, cleaned: [], pages: [] }, spokenBy);
    describe({ date: spokenOn, person: spokenBy });
    return letter;
  }),

  'letter:setHeader': writes(({ db, recorder, describe }, { letterId, header }) => {
    updateHeader(db, recorder, letterId, header);
    describe({ letter: getLetterName(getLetter(db, letterId)) });
    return null;
  }),

  'letter:confirmPage': writes(({ db, recorder, describe }, { letterId, page, confirmed }) => {
    confirmLetterPage(db, recorder, letterId, page, confirmed);
    describe({ page, letter: getLetterName(getLetter(db, letterId)) });
    return null;
  }),

  'item:setStatus': writes(({ db, recorder, describe }, { questionId, itemId, status }) => {
    updateWork(db, recorder, questionId, itemId, { status });
    describe({ question: getQuestion(db, questionId).no });
    return null;
  }),

  'item:setOwner': writes(({ db, recorder, describe }, { questionId, itemId, owner }) => {
    updateWork(db, recorder, questionId, itemId, { owner });
    describe({ question: getQuestion(db, questionId).no });
    return null;
  }),

  'item:assign': writes(({ db, recorder, describe }, { targets, owner }) => {
    for (const { questionId, itemId } of targets) updateWork(db, recorder, questionId, itemId, { owner });
    describe({ count: targets.length });
    return null;
  }),
};

/** What oral feedback has of a header: the regulator and the company are those of the letter before. */
const ORAL = {
  kind: ORAL_FEEDBACK,
  announcementNo: null,
  letterNo: null,
  letterNoRaw: null,
  dueOn: null,
  dueText: null,
  disclose: null,
  copyTo: [],
};
