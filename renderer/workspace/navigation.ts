import { createContext, useContext } from 'react';
import type { BlockId, ColId, ItemId, LetterId, QuestionId, RowId, SourceId, TableId } from '../../shared/domain/ids';
import type { Redaction, RedactionTarget } from '../../shared/domain/redaction';
import type { Chart } from '../../shared/domain/reply';
import type { ChosenFile } from '../../shared/ipc/host';

/** The key that shows a table beside the place it was read from, and hides it again. */
export const ORIGIN_KEY = 'F4';

/** What the middle pane shows. */
export type Centre =
  | { view: 'overview' }
  | { view: 'details' }
  | { view: 'numbers' }
  /** A letter beside what was read of it. */
  | { view: 'letter'; letterId: LetterId }
  | { view: 'question'; questionId: QuestionId; itemId: ItemId | null; blockId: BlockId | null };

export const SIDE_TABS = ['evidence', 'findings', 'review', 'versions', 'preview'] as const;
export type SideTab = (typeof SIDE_TABS)[number];

export type CellPosition = { rowId: RowId; colId: ColId };

/** What was marked to be withheld: its words, and each scope it can have. */
export type RedactionMark = { quote: string; targets: Partial<Record<RedactionTarget['kind'], RedactionTarget>> };

/** The one dialog over the window, with what it works on. */
export type OpenDialog =
  | { name: 'search' }
  | { name: 'commands' }
  /** A paragraph of a source where it stands. */
  | { name: 'sourceText'; sourceId: SourceId; paragraph: string }
  | { name: 'export' }
  | { name: 'filingSet' }
  | { name: 'compareOpinion' }
  | { name: 'takeBackWord' }
  | { name: 'addPaperRemark' }
  | { name: 'redactions' }
  /** Withholds what was marked, or a name; or changes an entry. Opened `fromList`, it leads back to the list of entries. */
  | { name: 'redaction'; mark: RedactionMark | null; redaction: Redaction | null; fromList?: true }
  | { name: 'about' }
  | { name: 'exchange' }
  | { name: 'saveVersion' }
  | { name: 'register' }
  | { name: 'sourceUpdates' }
  | { name: 'intendedCorrections' }
  | { name: 'terms' }
  | { name: 'template' }
  /** `updates` names the source the files are a newer version of. */
  | { name: 'import'; files: ChosenFile[]; updates?: SourceId }
  | { name: 'importDraft'; file: ChosenFile }
  /** A letter of a further round; without a file it is pasted. */
  | { name: 'addLetter'; file: ChosenFile | null }
  | { name: 'addOral' }
  /** What was filed for a letter. */
  | { name: 'recordFiling'; letterId: LetterId }
  | { name: 'linkTable'; tableId: TableId | null }
  /** Makes a chart for the open reply, or changes one that stands in it. */
  | { name: 'chart'; questionId: QuestionId; chart: Chart | null; nodeKey: string | null }
  /** Makes a reply table from a table, or edits the one that was made. */
  | { name: 'replyTable'; tableId: TableId }
  /** Makes a reply table of the fields a question or one item of it demands. */
  | { name: 'askTable'; questionId: QuestionId; itemId: ItemId | null };

/** Where the user is in the open project. */
export type Navigation = {
  centre: Centre;
  tab: SideTab;
  /** The table open in the evidence pane; `cell` is where to stand in it, `correction` what it should say, offered for correcting it. */
  table: { tableId: TableId; cell: CellPosition | null; correction?: string } | null;
  dialog: OpenDialog | null;
  /** Whether the letter's text stands above the reply. */
  letterOpen: boolean;
  /** How much of the window an open table has: its pane, most of the window, or all of it with the place it was read from beside it. */
  tableRoom: 'pane' | 'wide' | 'beside';
  /** Whether the right pane stands beside an open letter, which has its room until something there is asked for. */
  sideByLetter: boolean;
};

export type Step =
  | { type: 'openOverview' }
  | { type: 'openDetails' }
  | { type: 'openNumbers' }
  | { type: 'openLetter'; letterId: LetterId }
  | { type: 'openQuestion'; questionId: QuestionId; itemId?: ItemId | null; blockId?: BlockId | null }
  | { type: 'openTab'; tab: SideTab }
  | { type: 'openTable'; tableId: TableId; cell?: CellPosition | null; correction?: string }
  | { type: 'closeTable' }
  | { type: 'openDialog'; dialog: OpenDialog }
  /** Closes one dialog: work that ends late must not close what was opened after it. Without one, whatever is open. */
  | { type: 'closeDialog'; dialog?: OpenDialog | null }
  | { type: 'toggleLetter' }
  | { type: 'giveTableRoom'; room: Navigation['tableRoom'] }
  /** Gives the room of the right pane back to the open letter. */
  | { type: 'leaveSide' };

export const START: Navigation = {
  centre: { view: 'overview' },
  tab: 'evidence',
  table: null,
  dialog: null,
  letterOpen: true,
  tableRoom: 'pane',
  sideByLetter: false,
};

/** Whether a step leads to something in the right pane, which then must be seen. */
export function leadsToSide({ type }: Step): boolean {
  return type === 'openTab' || type === 'openTable' || type === 'giveTableRoom';
}

/** Where a step leads. Opening a place closes the dialog it was chosen in. */
export function navigate(at: Navigation, step: Step): Navigation {
  const next = take(at, step);
  return leadsToSide(step) && at.centre.view === 'letter' ? { ...next, sideByLetter: true } : next;
}

function take(at: Navigation, step: Step): Navigation {
  switch (step.type) {
    case 'openOverview':
      return { ...at, centre: { view: 'overview' }, dialog: null };
    case 'openNumbers':
      return { ...at, centre: { view: 'numbers' }, dialog: null };
    case 'openDetails':
      return { ...at, centre: { view: 'details' }, dialog: null };
    case 'openLetter':
      return { ...at, centre: { view: 'letter', letterId: step.letterId }, dialog: null, sideByLetter: false };
    case 'openQuestion':
      return {
        ...at,
        centre: { view: 'question', questionId: step.questionId, itemId: step.itemId ?? null, blockId: step.blockId ?? null },
        dialog: null,
      };
    case 'openTab':
      return { ...at, tab: step.tab };
    case 'openTable':
      return {
        ...at,
        tab: 'evidence',
        table: {
          tableId: step.tableId,
          cell: step.cell ?? null,
          ...(step.correction === undefined ? {} : { correction: step.correction }),
        },
        dialog: null,
      };
    case 'closeTable':
      return { ...at, table: null };
    case 'openDialog':
      return { ...at, dialog: step.dialog };
    case 'closeDialog':
      return step.dialog === undefined || step.dialog === at.dialog ? { ...at, dialog: null } : at;
    case 'toggleLetter':
      return { ...at, letterOpen: !at.letterOpen };
    case 'giveTableRoom':
      return { ...at, tab: 'evidence', tableRoom: step.room };
    case 'leaveSide':
      return { ...at, sideByLetter: false };
  }
}

/** The question before or after the one on screen; from elsewhere the first or the last. Null when there is no question. */
export function findNeighbour(questionIds: readonly QuestionId[], centre: Centre, direction: 1 | -1): QuestionId | null {
  const here = centre.view === 'question' ? questionIds.indexOf(centre.questionId) : direction === 1 ? -1 : questionIds.length;
  const next = Math.min(questionIds.length - 1, Math.max(0, here + direction));
  return questionIds[next] ?? null;
}

export type Navigator = { at: Navigation; go: (step: Step) => void };

export const NavigatorContext = createContext<Navigator>({ at: START, go: () => {} });

/** Where the user is, and the way to go elsewhere. */
export function useNavigator(): Navigator {
  return useContext(NavigatorContext);
}
