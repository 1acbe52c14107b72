import type { Figure } from '../domain/figure';
import type { Finding } from '../domain/finding';
import type { FigureId } from '../domain/ids';
import { type Message, message } from '../domain/message';
import { type Block, getInlineText, isTextBlock, type Reply } from '../domain/reply';
import { OPEN_BLANK } from '../document/openBlank';
import { countDecimals, Decimal, isDecimalString } from '../util/decimal';

/** Words before a figure that say which way it went. */
const DOWN = /(?:下降|下滑|减少|降低|下跌|回落)(?:了)?\s*$/;
const UP = /(?:增长|上升|增加|提高|上涨|上浮)(?:了)?\s*$/;
/** A turn of the result, said before its figure (and of the same period) or right behind it: 实现扭亏为盈，净利润为…; 净利润为…，由盈转亏. */
const TO_PROFIT = { before: /(扭亏为盈|扭亏)[^。；;年季月]{0,16}$/, after: /^[，,]?[^。；;，,\d]{0,12}(扭亏为盈|扭亏)/ };
const TO_LOSS = { before: /(由盈转亏|转亏)[^。；;年季月]{0,16}$/, after: /^[，,]?[^。；;，,\d]{0,12}(由盈转亏|转亏)/ };
const RESULT = /(?:净利润|利润总额|营业利润|净利|盈利|利润)[^。；;，,]{0,8}$/;

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
  const text = getInlineText(block.inlines);
  let before = '';
  for (const inline of block.inlines) {
    if (inline.type === 'figure') {
      const figure = figures.get(inline.figureId);
      const value = figure ? roundForReading(valueOf(figure), figure.format.decimals) : null;
      const after = text.slice(before.length + inline.text.length);
      const contradiction =
        figure && value !== null && isDecimalString(value) ? findContradiction(before, after, value, inline.text, figure) : null;
      if (contradiction) {
        findings.push({
          rule: 'direction-word',
          ...contradiction,
          expected: value,
          stated: inline.text,
          places: [{ ...place, text: `${before.slice(-12)}${inline.text}` }],
        });
      }
    }
    before += getInlineText([inline]);
  }
  const blank = OPEN_BLANK.exec(text);
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

/** A computed value may have forty digits: of these as many as the figure prints are read, two at least. */
function roundForReading(value: string | null, decimals: number): string | null {
  const most = Math.max(decimals, 2);
  return value === null || countDecimals(value) <= most ? value : new Decimal(value).toFixed(most);
}

/** What of a figure and the words around it does not go together. */
type Contradiction = { severity: 'error' | 'warning'; message: Message };

function findContradiction(before: string, after: string, value: string, shown: string, figure: Figure): Contradiction | null {
  const negative = value.startsWith('-');
  const change = figure.formula.op === 'growth' || figure.formula.op === 'difference' || figure.format.signByWords;
  const down = DOWN.exec(before);
  if (down && !negative && change) return error(message('finding.falls-but-positive', { word: down[0].trim(), value }));
  const up = UP.exec(before);
  // 增长 −5% says in a clumsy way what is so.
  if (up && negative) {
    const said = message('finding.rises-but-negative', { word: up[0].trim(), value });
    return shown.includes('-') ? doubt(said) : error(said);
  }
  if (!RESULT.test(before) || figure.format.unit === '%') return null;
  const profit = TO_PROFIT.before.exec(before) ?? TO_PROFIT.after.exec(after);
  if (profit && negative) return doubt(message('finding.profit-but-negative', { word: profit[1]!, value }));
  const loss = TO_LOSS.before.exec(before) ?? TO_LOSS.after.exec(after);
  if (loss && !negative) return doubt(message('finding.loss-but-positive', { word: loss[1]!, value }));
  return null;
}

function error(said: Message): Contradiction {
  return { severity: 'error', message: said };
}

function doubt(said: Message): Contradiction {
  return { severity: 'warning', message: said };
}
