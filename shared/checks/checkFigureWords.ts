import type { Figure } from '../domain/figure';
import type { Finding } from '../domain/finding';
import type { FigureId } from '../domain/ids';
import { type Message, message } from '../domain/message';
import { type Block, getInlineText, isTextBlock, type Reply } from '../domain/reply';
import { OPEN_BLANK } from '../document/openBlank';
import { isDecimalString } from '../util/decimal';

/** Words before a figure that say which way it went. */
const DOWN = /(?:下降|下滑|减少|降低|下跌|回落)(?:了)?\s*$/;
const UP = /(?:增长|上升|增加|提高|上涨|上浮)(?:了)?\s*$/;

/** Findings in a reply's text: direction words against the sign of the linked figure, and blanks left open. `valueOf` is null for a figure that cannot be computed. */
export function checkFigureWords(
  reply: Reply,
  figures: ReadonlyMap<FigureId, Figure>,
  valueOf: (figure: Figure) => string | null,
): Finding[] {
  return reply.sections.flatMap((section) => section.blocks.flatMap((block) => checkBlock(reply, block, figures, valueOf)));
}

function checkBlock(
  reply: Reply,
  block: Block,
  figures: ReadonlyMap<FigureId, Figure>,
  valueOf: (figure: Figure) => string | null,
): Finding[] {
  if (!isTextBlock(block)) return [];
  const findings: Finding[] = [];
  const place = { questionId: reply.questionId, blockId: block.blockId };
  let before = '';
  for (const inline of block.inlines) {
    if (inline.type === 'figure') {
      const figure = figures.get(inline.figureId);
      const value = figure ? valueOf(figure) : null;
      const contradiction = figure && value !== null && isDecimalString(value) ? findContradiction(before, value, figure) : null;
      if (contradiction) {
        findings.push({
          rule: 'direction-word',
          severity: 'error',
          message: contradiction,
          expected: value,
          stated: inline.text,
          places: [{ ...place, text: `${before.slice(-12)}${inline.text}` }],
        });
      }
    }
    before += getInlineText([inline]);
  }
  const blank = OPEN_BLANK.exec(getInlineText(block.inlines));
  if (blank)
    findings.push({
      rule: 'open-blank',
      severity: 'warning',
      message: message('finding.open-blank', { text: blank[0] }),
      expected: null,
      stated: blank[0],
      places: [{ ...place, text: blank[0] }],
    });
  return findings;
}

function findContradiction(before: string, value: string, figure: Figure): Message | null {
  const negative = value.startsWith('-');
  const change = figure.formula.op === 'growth' || figure.formula.op === 'difference' || figure.format.signByWords;
  const down = DOWN.exec(before);
  if (down && !negative && change) return message('finding.falls-but-positive', { word: down[0].trim(), value });
  const up = UP.exec(before);
  if (up && negative) return message('finding.rises-but-negative', { word: up[0].trim(), value });
  return null;
}
