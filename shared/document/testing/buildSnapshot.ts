import type { DataTable, Source } from '../../domain/dataTable';
import type { Deferral } from '../../domain/deferral';
import type { Figure } from '../../domain/figure';
import type {
  BlockId,
  DeferralId,
  FigureId,
  FileHash,
  ItemId,
  LetterId,
  QuestionId,
  SectionId,
  TableId,
  VerificationId,
} from '../../domain/ids';
import type { LetterHeader, Question, VerifierRole } from '../../domain/letter';
import type { ProjectDetails } from '../../domain/project';
import type { Block, HeadingLevel, Section } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';

/** A question with its reply as a test writes it; no `sections` means nobody has answered yet. */
export type QuestionText = {
  no: string;
  label?: string;
  title?: string;
  partHeading?: string;
  text: string;
  /** Texts of the items in order, each as it stands in `text` behind its label （1）, （2）… */
  items?: string[];
  verifications?: { role: VerifierRole; items?: string[]; reach?: string[] }[];
  sections?: (Partial<Pick<Section, 'role' | 'verifier'>> & { blocks: Block[] })[];
};

export type SnapshotText = {
  details?: Partial<ProjectDetails>;
  header?: Partial<LetterHeader>;
  questions: QuestionText[];
  tables?: DataTable[];
  figures?: Record<string, string>;
  pictures?: Record<string, Uint8Array>;
  deferrals?: Partial<Deferral>[];
  sources?: Source[];
};

/** A project of a company that does not exist. */
export function buildSnapshot({
  details,
  header,
  questions,
  tables = [],
  figures = {},
  pictures = {},
  deferrals = [],
  sources = [],
}: SnapshotText): ProjectSnapshot {
  return {
    details: {
      company: '青禾精工股份有限公司',
      shortName: '青禾精工',
      code: '300999',
      announcementNo: '',
      exchange: 'szse',
      title: '关于对深圳证券交易所年报问询函回复的公告',
      preamble: '公司收到问询函，现回复如下：',
      closing: true,
      signedOn: '2025-06-05',
      signature: '',
      ...details,
    },
    letters: [
      {
        letterId: 'letter' as LetterId,
        fileName: '问询函.txt',
        header: { ...EMPTY_HEADER, ...header },
        questions: questions.map(buildQuestion),
      },
    ],
    replies: questions.flatMap(({ no, sections }) =>
      sections === undefined
        ? []
        : [
            {
              questionId: `q${no}` as QuestionId,
              revision: 1,
              sections: sections.map(({ role = 'statement', verifier = null, blocks }, index) => ({
                sectionId: `q${no}s${index}` as SectionId,
                role,
                verifier,
                itemIds: [],
                blocks,
              })),
            },
          ],
    ),
    tables: new Map(tables.map((table) => [table.tableId, table])),
    figures: new Map(Object.entries(figures).map(([id, shown]) => [id as FigureId, buildFigure(id, shown)])),
    pictures: new Map(Object.entries(pictures).map(([hash, bytes]) => [hash as FileHash, bytes])),
    acceptances: [],
    exemptions: [],
    links: [],
    deferrals: deferrals.map((deferral) => ({
      deferralId: 'deferral' as DeferralId,
      letterId: 'letter' as LetterId,
      announcedOn: null,
      dueOn: null,
      reason: '',
      apology: false,
      ...deferral,
    })),
    sources,
  };
}

/** A paragraph of plain text. */
export function paragraph(text: string): Block {
  return { type: 'paragraph', blockId: `p:${text}` as BlockId, inlines: [{ type: 'text', text }] };
}

/** A heading of plain text. */
export function heading(level: HeadingLevel, text: string): Block {
  return { type: 'heading', blockId: `h:${text}` as BlockId, level, inlines: [{ type: 'text', text }] };
}

/** A reference to a table. */
export function tableBlock(tableId: string): Block {
  return { type: 'table', blockId: `t:${tableId}` as BlockId, tableId: tableId as TableId };
}

const EMPTY_HEADER: LetterHeader = {
  kind: '年报问询函',
  regulator: '深圳证券交易所',
  department: '创业板公司管理部',
  company: null,
  code: null,
  shortName: null,
  announcementNo: null,
  letterNo: '创业板年报问询函〔2025〕第 17 号',
  letterNoRaw: null,
  issuedOn: null,
  receivedOn: '2025-05-20',
  dueOn: null,
  dueText: null,
  disclose: null,
  copyTo: [],
};

function buildQuestion({ no, label = `问题 ${no}`, title, partHeading, text, items = [], verifications = [] }: QuestionText): Question {
  const itemId = (item: string) => `q${no}i${item}` as ItemId;
  return {
    questionId: `q${no}` as QuestionId,
    no,
    label,
    title: title ?? null,
    partHeading: partHeading ?? null,
    text,
    status: 'toWrite',
    owner: null,
    items: items.map((asked, at) => ({
      itemId: itemId(String(at + 1)),
      no: String(at + 1),
      label: `（${at + 1}）`,
      text: asked,
      status: 'toWrite',
      owner: null,
    })),
    verifications: verifications.map(({ role, items: asked = [], reach = [] }, at) => ({
      verificationId: `q${no}v${at}` as VerificationId,
      role,
      itemIds: asked.map(itemId),
      reach,
      text: '',
    })),
  };
}

function buildFigure(id: string, shown: string): Figure {
  return {
    figureId: id as FigureId,
    questionId: 'q1' as QuestionId,
    formula: { op: 'constant', value: '0', unit: '元' },
    format: { unit: '元', decimals: 2, grouping: true, showUnit: false, wording: '', signByWords: false },
    asOf: null,
    reason: null,
    shown,
  };
}
