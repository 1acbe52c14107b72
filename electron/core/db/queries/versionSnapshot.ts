import type { Figure } from '../../../../shared/domain/figure';
import type { BlockId, FigureId, FileHash, QuestionId, VersionId } from '../../../../shared/domain/ids';
import type { ProjectDetails } from '../../../../shared/domain/project';
import type { Block, Reply, Section } from '../../../../shared/domain/reply';
import type { ProjectSnapshot } from '../../../../shared/domain/snapshot';
import { block as blockSchema } from '../../../../shared/ipc/schemas';
import type { ReadableDb } from '../handles';
import type { Image } from '../history/rowImages';
import { findFile } from './files';
import { readSnapshot } from './snapshot';
import { readVersionContent, type VersionContent } from './versions';

/**
 * The project as a version holds it: replies, the tables they showed with the values then in them, the words of their figures. Letters are
 * those of now where the version holds none of their text. Throws not-found.
 */
export function readVersionSnapshot(db: ReadableDb, versionId: VersionId): ProjectSnapshot {
  const { rows, shownTables } = readVersionContent(db, versionId);
  const replies = readReplies(rows);
  const now = readSnapshot(db);
  const figures = (rows.figure ?? []).map(readFigure);
  return {
    ...now,
    details: readDetails(rows.project?.[0], now.details),
    replies,
    // A version of an earlier release holds no nested tables; those of now stand in for them.
    tables: new Map([...now.tables, ...shownTables.map((table) => [table.tableId, table] as const)]),
    figures: new Map(figures.map((figure) => [figure.figureId, figure] as [FigureId, Figure])),
    pictures: readPictures(db, replies),
  };
}

/** Of a version only what the replies said and the tables they showed. Throws not-found. */
export function readVersionState(db: ReadableDb, versionId: VersionId): Pick<ProjectSnapshot, 'replies' | 'tables'> {
  const { rows, shownTables } = readVersionContent(db, versionId);
  return { replies: readReplies(rows), tables: new Map(shownTables.map((table) => [table.tableId, table] as const)) };
}

function readDetails(row: Image | undefined, now: ProjectDetails): ProjectDetails {
  if (row === undefined) return now;
  const own = Object.keys(now).filter((name) => name in row && name !== 'closing');
  return { ...now, ...Object.fromEntries(own.map((name) => [name, String(row[name])])), closing: row['closing'] === 1 };
}

function readReplies(rows: VersionContent['rows']): Reply[] {
  const blocks = new Map(
    (rows.block ?? []).map((row) => [row['blockId'] as BlockId, blockSchema.parse(JSON.parse(row['document'] as string))]),
  );
  const sections = (rows.section ?? []).toSorted((a, b) => Number(a['position']) - Number(b['position']));
  return (rows.reply ?? []).map((row) => ({
    questionId: row['questionId'] as QuestionId,
    revision: 0,
    sections: sections.filter((section) => section['questionId'] === row['questionId']).map((section) => readSection(section, blocks)),
  }));
}

function readSection(row: Image, blocks: ReadonlyMap<BlockId, Block>): Section {
  return {
    sectionId: row['sectionId'] as Section['sectionId'],
    role: row['role'] as Section['role'],
    verifier: row['verifier'] as Section['verifier'],
    itemIds: JSON.parse(row['itemIds'] as string) as Section['itemIds'],
    blocks: (JSON.parse(row['blockIds'] as string) as BlockId[]).flatMap((blockId) => blocks.get(blockId) ?? []),
  };
}

function readFigure(row: Image): Figure {
  return {
    figureId: row['figureId'] as FigureId,
    questionId: row['questionId'] as QuestionId,
    formula: JSON.parse(row['formula'] as string) as Figure['formula'],
    format: {
      unit: String(row['unit']),
      decimals: Number(row['decimals']),
      grouping: row['grouping'] === 1,
      showUnit: row['showUnit'] === 1,
      wording: String(row['wording']),
      signByWords: row['signByWords'] === 1,
    },
    asOf: row['asOf'] as string | null,
    reason: row['reason'] as string | null,
    shown: String(row['shown']),
  };
}

/** Files are never removed from a project, so the pictures a version shows are all there. */
function readPictures(db: ReadableDb, replies: readonly Reply[]): Map<FileHash, Uint8Array> {
  const pictures = new Map<FileHash, Uint8Array>();
  for (const block of replies.flatMap((reply) => reply.sections.flatMap((section) => section.blocks))) {
    if (block.type !== 'picture' || pictures.has(block.file)) continue;
    const file = findFile(db, block.file);
    if (file) pictures.set(block.file, file.bytes);
  }
  return pictures;
}
