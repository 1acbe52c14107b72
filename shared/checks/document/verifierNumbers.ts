import type { Finding } from '../../domain/finding';
import type { BlockId } from '../../domain/ids';
import { message } from '../../domain/message';
import type { Reply } from '../../domain/reply';
import { type CellIndex, findCellsNear } from '../../figures/cellIndex';
import type { FoundFigure } from '../../figures/findFigures';
import { type Amount, areComparable, convertAmount, readAmount } from '../amount';
import { placeInProse, type ProseBlock } from '../prose/proseBlock';
import { nameSlip } from '../slips';
import { countSignificantDigits } from './significantDigits';

/** A number of fewer digits is near another by chance. */
const LEAST_DIGITS = 5;
/** Characters before a number that say what it is, and how many in a row two numbers of one thing must share. */
const LEAD = 16;
const LEAST_PIECE = 4;

type Said = { block: ProseBlock; figure: FoundFigure; lead: string; amount: Amount };

/**
 * Numbers of a verifier's procedures and conclusion that neither the company's statement nor a table has, while the statement says a number a usual slip
 * away in the same words: the verifier speaks of the company's number, and one of them is mistyped. A doubt, since either may be.
 */
export function checkVerifierNumbers(reply: Reply, prose: readonly ProseBlock[], index: CellIndex): Finding[] {
  const verifying = listVerifying(reply);
  if (verifying.size === 0) return [];
  const said = listSaid(prose.filter(({ blockId }) => !verifying.has(blockId)));
  return listSaid(prose.filter(({ blockId }) => verifying.has(blockId))).flatMap((one) => {
    if (findCellsNear(index, one.figure).length > 0) return [];
    const near = said.filter((other) => areComparable(one.figure.unit, other.figure.unit));
    if (near.some((other) => isSame(one.amount, other.amount))) return [];
    for (const other of near) {
      const slip = findSlip(one, other);
      if (slip && sharesPiece(one.lead, other.lead)) return [report(one, other, slip)];
    }
    return [];
  });
}

/** The blocks that are a verifier's. */
export function listVerifying({ sections }: Reply): Set<BlockId> {
  return new Set(sections.flatMap(({ verifier, blocks }) => (verifier === null ? [] : blocks.map(({ blockId }) => blockId))));
}

function listSaid(prose: readonly ProseBlock[]): Said[] {
  return prose.flatMap((block) =>
    block.figures.flatMap((figure) =>
      figure.wording !== '' || countSignificantDigits(figure.value) < LEAST_DIGITS
        ? []
        : [
            {
              block,
              figure,
              lead: block.text.slice(Math.max(0, figure.start - LEAD), figure.start).replace(/[\s\d.,%％]+/g, ''),
              amount: readAmount(figure)!,
            },
          ],
    ),
  );
}

function isSame(a: Amount, b: Amount): boolean {
  const other = convertAmount(b, a.unit);
  if (!other) return false;
  const distance = magnitude(magnitude(a.value) - magnitude(other.value));
  return distance * 2n <= a.printed.high - a.printed.low + other.printed.high - other.printed.low;
}

function findSlip(one: Said, other: Said): Finding['message'] | null {
  if (one.figure.decimals !== other.figure.decimals || one.figure.unit !== other.figure.unit) return null;
  const { value, printed } = one.amount;
  return nameSlip(magnitude(value), magnitude(other.amount.value), (printed.high - printed.low) / 2n);
}

function sharesPiece(a: string, b: string): boolean {
  for (let start = 0; start + LEAST_PIECE <= a.length; start++) if (b.includes(a.slice(start, start + LEAST_PIECE))) return true;
  return false;
}

function report(one: Said, other: Said, slip: Finding['message']): Finding {
  return {
    rule: 'verifier-number',
    severity: 'warning',
    message: message('finding.verifier-number', { text: one.figure.text, other: other.figure.text, slip }),
    expected: null,
    stated: one.figure.text,
    places: [one, other].map(({ block, figure }, at) => ({
      ...placeInProse(block, figure.start, figure.end),
      ...(at === 0 ? { correction: { start: figure.start, before: figure.text, text: other.figure.text } } : {}),
    })),
  };
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
