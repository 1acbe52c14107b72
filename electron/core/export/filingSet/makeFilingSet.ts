import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { DocumentShared, FilingEntry, FilingPaper, FilingPlan, PageCount } from '../../../../shared/domain/filingSet';
import type { Warning } from '../../../../shared/domain/place';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';
import { isOpinionVariant, type Printable } from '../../../../shared/domain/variant';
import type { DocumentContext } from '../../../../shared/document/documentContext';
import { getLetter, listAsked } from '../../../../shared/document/filingDocument';
import { assembleFilingList } from '../../../../shared/document/filingSet/assembleFilingList';
import { assembleWrittenReply } from '../../../../shared/document/filingSet/assembleWrittenReply';
import { SET_TITLES, UNDISCLOSED_FOLDER } from '../../../../shared/document/filingSet/filingSetWords';
import { fillPattern, keepNamesApart } from '../../../../shared/document/filingSet/nameFiles';
import { nameLetter } from '../../../../shared/document/letterNames';
import { getMainCode } from '../../../../shared/document/securityCodes';
import { exportDocx } from '../docx/exportDocx';
import { checkFinal } from '../finalCheck/checkFinal';
import { makeDocument } from '../makeDocument';
import { checkSharedText } from '../sharedText/checkSharedText';
import { getQuestionStyles } from '../sharedText/compareWithAnnouncement';
import { NO_DATE } from '../noDate';
import { countByPageTree, countPages } from './countPages';
import { estimatePages } from './estimatePages';
import { getPrintable, planDocuments, type PlannedDocument } from './planDocuments';

/** What a set is made from. `prints`: its documents as PDF, none where nothing could print; `makeRegister` writes the register of what is withheld as XLSX. */
export type FilingSetInput = {
  snapshot: ProjectSnapshot;
  context: DocumentContext;
  papers: readonly FilingPaper[];
  plan: FilingPlan;
  readPaper(paper: FilingPaper): Uint8Array;
  prints: ReadonlyMap<Printable, Uint8Array>;
  makeRegister(): Promise<Uint8Array>;
  /** Called before each document; may reject to stop the work. */
  onDocument(title: string, done: number, total: number): Promise<void>;
  /** Aborted when the work is stopped while a document is looked through. */
  signal?: AbortSignal;
};

/** The files of a set by name, its list, and what stands in the way of signing the announcement. */
export type MadeFilingSet = {
  files: { name: string; bytes: Uint8Array }[];
  entries: FilingEntry[];
  problems: Warning[];
  warnings: Warning[];
  /** What each verifier's document shares with the announcement. */
  shared: DocumentShared[];
};

type MadeFile = { planned: PlannedDocument; bytes: Uint8Array | null; extension: string };
type CountedFile = MadeFile & { count: PageCount | null };

/** Makes every document of a filing. Nothing is written; the announcement is looked over as it will be filed. */
export async function makeFilingSet(input: FilingSetInput): Promise<MadeFilingSet> {
  const { snapshot, context, papers } = input;
  const planned = planDocuments(snapshot, papers, context.redactions.length > 0);
  const made: CountedFile[] = [];
  const [problems, warnings]: [Warning[], Warning[]] = [[], []];
  for (const [index, document] of planned.entries()) {
    await input.onDocument(document.title, index, planned.length + 1);
    const file = await makeFile(document, input, problems, warnings);
    made.push({ ...file, count: file.bytes === null ? null : await countFile(file, file.bytes, input.prints) });
  }
  await input.onDocument(SET_TITLES.list, planned.length, planned.length + 1);
  const names = nameFiles(made, input);
  const entries = made.map((file, index) => describeFile(file, names[index]!, input));
  const list = assembleFilingList(nameLetter(getLetter(snapshot)), entries);
  const listBytes = await exportDocx(list, { title: SET_TITLES.list, created: getDate(snapshot) });
  const files = made.flatMap(({ bytes }, index) => (bytes === null ? [] : [{ name: names[index]!, bytes }]));
  return { files: [...files, { name: names.at(-1)!, bytes: listBytes }], entries, problems, warnings, shared: listShared(made, context) };
}

function listShared(made: readonly MadeFile[], { template }: DocumentContext): DocumentShared[] {
  const announcement = made.find(({ planned }) => isAnnouncement(planned))?.bytes;
  return made.flatMap(({ planned: { source, title }, bytes }) => {
    if (!announcement || bytes === null || source.kind !== 'variant' || !isOpinionVariant(source.variant)) return [];
    return { title, shared: checkSharedText(bytes, announcement, getQuestionStyles(template)) };
  });
}

async function makeFile(planned: PlannedDocument, input: FilingSetInput, problems: Warning[], warnings: Warning[]): Promise<MadeFile> {
  const { snapshot, context } = input;
  const { source, title } = planned;
  switch (source.kind) {
    case 'variant': {
      const {
        bytes,
        tables,
        warnings: lacking,
      } = await makeDocument(source.variant, snapshot, context, title, {
        ...(input.signal && { signal: input.signal }),
      });
      // The last check tells the blanks of the announcement.
      warnings.push(...lacking.filter(({ code }) => !isAnnouncement(planned) || code !== 'blank-left'));
      if (isAnnouncement(planned))
        problems.push(
          ...checkFinal(title, bytes, { ...(context.template && { template: context.template }), tables, asked: listAsked(snapshot) }),
        );
      return { planned, bytes, extension: '.docx' };
    }
    case 'writtenReply': {
      const { blocks, title: heading } = assembleWrittenReply(snapshot);
      return {
        planned,
        bytes: await exportDocx(blocks, {
          title: heading,
          created: getDate(snapshot),
          ...(context.template && { template: context.template }),
        }),
        extension: '.docx',
      };
    }
    case 'pdf':
      return { planned, bytes: input.prints.get(source.variant) ?? null, extension: '.pdf' };
    case 'register':
      return { planned, bytes: await input.makeRegister(), extension: '.xlsx' };
    case 'paper':
      return {
        planned,
        bytes: source.paper === null ? null : input.readPaper(source.paper),
        extension: source.paper === null ? '' : extname(source.paper.fileName),
      };
  }
}

function getDate({ details }: ProjectSnapshot): string {
  return `${details.signedOn || NO_DATE}T00:00:00Z`;
}

/** Names of the files in their order, the list's own last. */
function nameFiles(made: readonly MadeFile[], { snapshot, plan }: FilingSetInput): string[] {
  const { company, shortName, code, announcementNo } = snapshot.details;
  const fill = (title: string, index: number, extension: string) =>
    fillPattern(plan.pattern, {
      序号: String(index + 1).padStart(2, '0'),
      公司: company,
      简称: shortName || company,
      代码: getMainCode(code),
      公告编号: announcementNo,
      函件: nameLetter(getLetter(snapshot)),
      文件: title,
    }) + extension;
  const names = made.map(({ planned, extension }, index) => {
    const name = fill(planned.title, index, extension);
    return planned.disclosed ? name : `${UNDISCLOSED_FOLDER}/${name}`;
  });
  return keepNamesApart([...names, fill(SET_TITLES.list, made.length, '.docx')]);
}

function describeFile({ planned, bytes, count }: CountedFile, name: string, { snapshot, plan }: FilingSetInput): FilingEntry {
  const { title, disclosed } = planned;
  return {
    title,
    announcementNo: isAnnouncement(planned) ? snapshot.details.announcementNo : null,
    category: plan.categories[title] ?? '',
    disclosed,
    fileName: bytes === null ? null : name,
    pages: count?.pages ?? null,
    pagesHow: count?.how ?? null,
    sha256: bytes === null ? null : createHash('sha256').update(bytes).digest('hex'),
  };
}

/** The announcement alone has a number; a verifier's document is published with it. */
function isAnnouncement({ source }: PlannedDocument): boolean {
  return source.kind === 'pdf' || (source.kind === 'variant' && (source.variant === 'announcement' || source.variant === 'redacted'));
}

/** A Word file made here does not tell its pages; it has about those of the print of the same blocks. */
async function countFile(
  { planned: { source }, extension }: MadeFile,
  bytes: Uint8Array,
  prints: FilingSetInput['prints'],
): Promise<PageCount> {
  const printed = getPrintable(source);
  if (printed === null) return countPages(`a${extension}`, bytes);
  const print = prints.get(printed);
  const printedPages = print === undefined ? null : countByPageTree(print);
  if (printedPages !== null) return { pages: printedPages, how: 'printed' };
  const pages = await estimatePages(bytes);
  return pages === null ? { pages: null, how: 'unreadable' } : { pages, how: 'estimated' };
}
