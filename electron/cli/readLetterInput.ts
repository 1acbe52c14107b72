import { text } from 'node:stream/consumers';
import { message } from '../../shared/domain/message';
import type { Warning } from '../../shared/domain/place';
import type { LetterPreview } from '../../shared/ipc/results';
import type { LetterInput } from '../../shared/ipc/letterSchema';
import type { Terminal } from './terminal';

/** A letter named on the command line, `-` for the text on standard input. */
export async function nameLetterInput(terminal: Terminal, path: string): Promise<LetterInput> {
  if (path !== '-') return { file: await terminal.file(path) };
  return { file: null, pages: [{ text: await text(process.stdin), confirmed: true }] };
}

/** The letter with the words of a scan's pages recognised, and the warnings that nobody has read them against the pictures, and of pages that could not be drawn. */
export async function recogniseLetter(
  terminal: Terminal,
  { file }: LetterInput,
  fileName: string,
): Promise<{ letter: LetterInput; warnings: Warning[] }> {
  const { pages } = await terminal.runJob('scan:recognise', { file: file! });
  const confidence = Math.round(pages.reduce((sum, page) => sum + page.confidence, 0) / Math.max(1, pages.length));
  return {
    letter: { file, pages: pages.map((page) => ({ text: page.text, confirmed: false })) },
    warnings: [
      {
        code: 'letter-recognised',
        message: message('warning.letter-recognised', { pages: pages.length, confidence }),
        file: fileName,
        place: null,
      },
      ...pages.flatMap(({ isDrawn }, at): Warning[] =>
        isDrawn ? [] : [{ code: 'page-not-drawn', message: message('warning.page-not-drawn'), file: fileName, place: { page: at + 1 } }],
      ),
    ],
  };
}

/** A letter as parsed; a scan is recognised first. */
export async function previewLetter(terminal: Terminal, path: string): Promise<LetterPreview> {
  const input = await nameLetterInput(terminal, path);
  const preview = await terminal.call('letter:preview', input);
  if (preview.scanPages === 0) return preview;
  const { letter, warnings } = await recogniseLetter(terminal, input, preview.fileName);
  const read = await terminal.call('letter:preview', letter);
  return { ...read, warnings: [...read.warnings, ...warnings] };
}
