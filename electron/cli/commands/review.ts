import { say } from '../../../shared/catalogue/catalogue';
import { wordAt, type Command } from '../command';
import { joinText } from '../warnings';

/** `review PROJECT IN.docx`: takes a reviewed DOCX back. Counts what the file says; `added` is what of it is new here. */
export const reviewCommand: Command = {
  usage: 'PROJECT IN.docx [--json]',
  words: [2, 2],
  run: async (given, terminal) => {
    await terminal.open(wordAt(given, 0), 'write');
    const file = await terminal.file(wordAt(given, 1));
    const { comments, suggestions, figureOverrides, unplaced, added, lost, sent } = await terminal.runJob('wordReview:takeBack', { file });
    return {
      json: { comments, suggestions, figureOverrides, unplaced, added, unplacedTexts: lost },
      text: joinText(
        say(given.language, 'wordReview.told', { comments, suggestions, figureOverrides, unplaced, added }),
        sent === null ? say(given.language, 'wordReview.notSent') : '',
        lost.map(({ author, text, quote }) => `  ${author}：${text}${quote === '' ? '' : ` “${quote.slice(0, 60)}”`}`).join('\n'),
      ),
    };
  },
};
