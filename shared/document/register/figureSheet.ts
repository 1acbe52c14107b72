import type { FigureId, QuestionId } from '../../domain/ids';
import { getInlineText, isTextBlock } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { accountFigures, type FigureAccount } from '../../figures/accountFigures';
import { FIGURE_STATES, FORMULA_NAMES } from '../filingWords';
import { type CellHome, createHomes, nameSection, nameVerifiers } from './describeHome';
import { DISCLOSED, FIGURE_COLUMNS, FIGURE_SHEET, INTERNAL, STATES } from './registerWords';
import type { Sheet } from './sheet';

/** Characters of the text before and behind a number. */
const AROUND = 24;

/**
 * 数据出处索引: every number of the replies' prose in reading order with its question, section, words around it, cell, file and place, and who verifies
 * the question. A number computed from several cells has a line for each; one without a source says why or what state it is in.
 */
export function makeFigureSheet(snapshot: ProjectSnapshot): Sheet {
  const questions = new Map(snapshot.letters.flatMap((letter) => letter.questions.map((question) => [question.questionId, question])));
  const places = findPlaces(snapshot);
  const getHome = createHomes(snapshot);
  const rows = accountFigures(snapshot, null).flatMap((account, index) => {
    const question = questions.get(account.questionId);
    const place = places.get(account.blockId);
    const head = [
      String(index + 1),
      question?.no ?? '',
      place?.section ?? '',
      quoteAround(place?.text ?? '', account),
      account.text,
      account.state === 'linked' || account.state === 'computed' ? STATES[account.state] : FIGURE_STATES[account.state],
      nameFormula(snapshot, account),
    ];
    const tail = [nameVerifiers(question), account.reason ?? ''];
    const homes = account.cells.flatMap((cell) => getHome(cell) ?? []);
    if (homes.length === 0) return [[...head, '', '', '', '', '', '', '', '', ...tail]];
    return homes.map((home) => [...head, ...listHome(home), ...tail]);
  });
  return { name: FIGURE_SHEET, columns: FIGURE_COLUMNS, rows };
}

function listHome({ table, row, column, text, unit, file, place, source }: CellHome): string[] {
  return [table, row, column, text, unit, file, place, source === null ? '' : source.disclosed ? DISCLOSED : INTERNAL];
}

function nameFormula({ figures }: ProjectSnapshot, { id, state }: FigureAccount): string {
  const formula = state === 'computed' ? figures.get(id as FigureId)?.formula : undefined;
  return formula === undefined || formula.op === 'cell' || formula.op === 'constant' ? '' : FORMULA_NAMES[formula.op];
}

function findPlaces({ replies }: ProjectSnapshot): Map<string, { section: string; text: string; questionId: QuestionId }> {
  const places = new Map<string, { section: string; text: string; questionId: QuestionId }>();
  for (const { questionId, sections } of replies) {
    for (const section of sections) {
      for (const block of section.blocks) {
        if (isTextBlock(block))
          places.set(block.blockId, { section: nameSection(section), text: getInlineText(block.inlines), questionId });
      }
    }
  }
  return places;
}

function quoteAround(text: string, { start, text: number }: FigureAccount): string {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, start + number.length + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`.replaceAll('\n', ' ');
}
