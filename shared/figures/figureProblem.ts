import type { CellRef } from '../domain/dataTable';
import type { Formula } from '../domain/figure';

/** Why a figure has no value or cannot be printed; the catalogue turns each kind into a sentence. */
export type FigureProblem =
  | { kind: 'cellMissing'; cell: CellRef }
  | { kind: 'cellNotNumber'; cell: CellRef }
  | { kind: 'unitMismatch'; from: string; to: string }
  | { kind: 'zeroBase'; op: Formula['op'] }
  | { kind: 'argumentCount'; op: Formula['op']; expected: number; got: number }
  /** A compound growth rate needs a positive first value, a last value of zero or more and at least one year. */
  | { kind: 'cagrDomain' }
  /** A stored constant or cell value that is not a plain decimal string. */
  | { kind: 'badNumber'; text: string };
