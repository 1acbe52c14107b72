import type { Acceptance } from './acceptance';
import type { DataTable, Source } from './dataTable';
import type { Exemption } from './exemption';
import type { DefinedTerm } from './definedTerm';
import type { Figure } from './figure';
import type { Deferral } from './deferral';
import type { FigureId, FileHash, TableId } from './ids';
import type { Letter } from './letter';
import type { Link } from './link';
import type { AliasDecision } from './metricAlias';
import { TRADING_CALENDAR, type TradingCalendar } from '../letter/tradingCalendar';
import type { ProjectDetails } from './project';
import type { Reply } from './reply';
import type { RestatedQuestion } from './restatedQuestion';

/** Everything checks and documents are made from: one consistent reading of a project. `tables` holds at least every table the replies show, nested ones included. */
export type ProjectSnapshot = {
  details: ProjectDetails;
  letters: Letter[];
  replies: Reply[];
  tables: ReadonlyMap<TableId, DataTable>;
  figures: ReadonlyMap<FigureId, Figure>;
  pictures: ReadonlyMap<FileHash, Uint8Array>;
  /** Findings somebody accepted. */
  acceptances: Acceptance[];
  /** Numbers of replies that need no source. */
  exemptions: Exemption[];
  links: Link[];
  /** Questions as the imported draft repeats them; absent where they do not matter. */
  restatedQuestions?: RestatedQuestion[];
  /** Short names written down for the project; absent where they do not matter. */
  definedTerms?: DefinedTerm[];
  /** Names of metrics somebody confirmed as one or told apart; absent where they do not matter. */
  aliases?: AliasDecision[];
  /** Deferrals of every letter, in the order announced. */
  deferrals: Deferral[];
  sources: Source[];
  /** Days the exchanges trade, where a user's own calendar takes the place of the one that ships. */
  calendar?: TradingCalendar;
};

/** The calendar a snapshot's deadlines are counted by. */
export function getCalendar({ calendar }: Pick<ProjectSnapshot, 'calendar'>): TradingCalendar {
  return calendar ?? TRADING_CALENDAR;
}
