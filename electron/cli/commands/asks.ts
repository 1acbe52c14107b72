import { say } from '../../../shared/catalogue/catalogue';
import { wordAt, type Command } from '../command';

/** `asks PROJECT`: the ask ledger, with where each ask is answered and which demanded columns are missing. */
export const asksCommand: Command = {
  usage: 'PROJECT [--json]',
  words: [1, 1],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'read');
    const asks = await terminal.call('ask:list', {});
    const questions = (await terminal.call('letter:list', {})).flatMap((letter) => letter.questions);
    const byId = new Map(questions.map((question) => [question.questionId, question]));
    const json = asks.map(({ questionId, itemId, verb, object, state, reason, place, missing }) => ({
      question: byId.get(questionId)?.no ?? null,
      item: byId.get(questionId)?.items.find((item) => item.itemId === itemId)?.no ?? null,
      verb,
      object,
      state,
      place: place === null ? null : { section: place.sectionId, block: place.blockId, text: place.text },
      ...(reason === null ? {} : { reason }),
      ...(missing.length === 0 ? {} : { missing }),
    }));
    const lines = json.map(({ question, item, verb, object, state, missing }) => {
      const lacking = missing ? `  ${say(given.language, 'ask.missing', { columns: missing.join('、') })}` : '';
      return `${[question, item].filter(Boolean).join('.')}  ${say(given.language, `askState.${state}`)}  ${verb}${object}${lacking}`;
    });
    const open = json.filter(({ state }) => state === 'open').length;
    return { json, text: [...lines, say(given.language, 'ask.count', { all: json.length, open })].join('\n') };
  },
};
