import { say } from '../../../shared/catalogue/catalogue';
import { getQuestionStatus } from '../../../shared/domain/letter';
import { wordAt, type Command } from '../command';

/** `inspect PROJECT`: status of every question, coverage, deadline and integrity of the file. */
export const inspectCommand: Command = {
  usage: 'PROJECT [--json]',
  words: [1, 1],
  run: async (given, terminal) => {
    const overview = await terminal.open(wordAt(given, 0), 'read');
    const letters = await terminal.call('letter:list', {});
    const stored = new Map(letters.flatMap((letter) => letter.questions).map((question) => [question.questionId, question]));
    const covered = overview.questions;
    const items = covered.reduce((sum, question) => sum + Math.max(question.items, 1), 0);
    const withoutEvidence = covered.reduce((sum, question) => sum + question.itemsWithoutEvidence.length, 0);
    const overdueBy = Math.max(0, -(overview.tradingDaysLeft ?? 0));
    const json = {
      questions: covered.map((question) => {
        const held = stored.get(question.questionId);
        return {
          no: question.no,
          status: held ? getQuestionStatus(held) : null,
          owner: held?.owner ?? null,
          characters: question.characters,
          figures: question.figures,
          tables: question.tables,
          links: question.links,
          items: (held?.items ?? []).map(({ itemId, no, status, owner }) => ({
            no,
            status,
            owner,
            evidence: !question.itemsWithoutEvidence.includes(itemId),
          })),
        };
      }),
      coverage: {
        questions: covered.length,
        answered: covered.filter(({ characters }) => characters > 0).length,
        items,
        final: covered.reduce((sum, question) => sum + question.itemsFinal, 0),
        withoutEvidence,
      },
      dueOn: overview.dueOn,
      tradingDaysLeft: overview.tradingDaysLeft === null ? null : Math.max(0, overview.tradingDaysLeft),
      ...(overdueBy > 0 ? { overdueBy } : {}),
      integrity: await terminal.checkIntegrity(),
    };
    return {
      json,
      text: [
        ...json.questions.map(({ no, status, characters, tables, figures, links }) =>
          say(given.language, 'cli.question', {
            no,
            status: status === null ? '' : say(given.language, `itemStatus.${status}`),
            characters,
            tables,
            figures,
            links,
          }),
        ),
        say(given.language, 'cli.inspected', {
          ...json.coverage,
          dueOn: json.dueOn ?? '—',
          days:
            overdueBy > 0
              ? say(given.language, 'cli.overdue', { days: overdueBy })
              : json.tradingDaysLeft === null
                ? '—'
                : say(given.language, 'cli.daysLeft', { days: json.tradingDaysLeft }),
          integrity: json.integrity,
        }),
      ].join('\n'),
    };
  },
};
