import { getCalendar } from '../../../shared/domain/snapshot';
import { findDueDate } from '../../../shared/letter/deadline';
import { readOwnCalendar } from '../../core/ownCalendar';
import { say } from '../../../shared/catalogue/catalogue';
import { describeHeader } from '../describeHeader';
import { wordAt, type Command } from '../command';
import { previewLetter } from '../readLetterInput';
import { joinText, listWarnings, sayWarnings } from '../warnings';

/** `letter FILE`: parses a letter, or a reply that restates it; `-` reads the text from standard input, a scan is recognised. */
export const letterCommand: Command = {
  usage: 'FILE|- [--json]',
  words: [1, 1],
  run: async (given, terminal) => {
    const { header, questions, problems, fileName, warnings: reading } = await previewLetter(terminal, wordAt(given, 0));
    const found = problems.map(({ code, message, line }) => ({ code, message, file: fileName, place: line === null ? null : { line } }));
    const warnings = [...reading, ...found];
    const dueOn = findDueDate(header, getCalendar({ calendar: readOwnCalendar() }));
    const json = {
      header: { ...header, dueOn },
      questions: questions.map((question) => ({
        no: question.no,
        label: question.label,
        title: question.title,
        ...(question.partHeading === null ? {} : { partHeading: question.partHeading }),
        text: question.text,
        items: question.items.map(({ no, label, text, asks }) => ({ no, label, text, asks })),
        verifications: question.verifications.map(({ role, items, reach }) => ({ role, items, ...(reach ? { reach } : {}) })),
      })),
      warnings: sayWarnings(given.language, warnings),
    };
    const lines = questions.flatMap((question) => {
      const items = question.items.map((item) => item.label).join('');
      const roles = question.verifications
        .map(({ role, items: numbers }) => `${say(given.language, `role.${role}`)}${numbers.length > 0 ? `（${numbers.join('、')}）` : ''}`)
        .join(' ');
      const line = [question.label, question.title ?? '', items, roles].filter(Boolean).join('  ');
      return question.partHeading === null ? [line] : [question.partHeading, line];
    });
    return { json, text: joinText(describeHeader({ ...header, dueOn }), ...lines, listWarnings(given.language, warnings)) };
  },
};
