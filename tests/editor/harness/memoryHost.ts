import type { Cell, CellRef, DataTable } from '../../../shared/domain/dataTable';
import type { ChangedFigure, Figure } from '../../../shared/domain/figure';
import { type FigureId, newId } from '../../../shared/domain/ids';
import type { Reply, Section } from '../../../shared/domain/reply';
import { printFigure } from '../../../shared/figures/formatFigure';
import type { EventName, Events, Method, ParsedParams, Result } from '../../../shared/ipc/contract';
import type { FigureCandidate } from '../../../shared/ipc/results';
import { contract } from '../../../shared/ipc/contract';
import { MemoryReview } from './memoryReview';
import { AppError } from '../../../shared/ipc/errors';
import type { HostApi } from '../../../shared/ipc/host';
import { createLargeReply, SAMPLE_FIGURES, SAMPLE_REPLIES } from './sampleReplies';
import { createTable, SAMPLE_TABLES } from './sampleTables';

/** The host of the harness with what tests look at: stored replies, every save, and ways to change things as core would. */
export type MemoryHost = {
  host: HostApi;
  getReply(questionId: string): Reply;
  /** Sections of every save so far, in order. */
  saves: Section[][];
  figures: Map<FigureId, Figure>;
  correctCell(tableId: string, row: number, col: number, text: string): void;
  /** Stores other sections under a reply, as an undo in core or another window would. */
  changeReply(questionId: string, change: (sections: Section[]) => Section[]): void;
  /** Comments, suggestions and what was decided of them. */
  review: MemoryReview;
  /** Refuses the next saves with this error code, or none. */
  failSaves: 'disk-full' | null;
};

/** A project in memory behind the real contract: parameters are parsed, values survive structuredClone, figures are printed by the real functions. */
export function createMemoryHost(large: boolean): MemoryHost {
  const tables = new Map(SAMPLE_TABLES.map((table) => [table.tableId, structuredClone(table)]));
  const replies = new Map(SAMPLE_REPLIES.map((reply) => [reply.questionId, structuredClone(reply)]));
  if (large) replies.set('q1' as never, createLargeReply('q1', 105));
  const figures = new Map(SAMPLE_FIGURES.map((figure) => [figure.figureId, structuredClone(figure)]));
  const pictures = new Map<string, { bytes: Uint8Array; mime: string }>();
  const listeners = new Set<(name: EventName, payload: unknown) => void>();
  const tell = <N extends EventName>(name: N, payload: Events[N]) => {
    for (const listener of listeners) listener(name, structuredClone(payload));
  };

  const getTable = (tableId: string): DataTable => {
    const table = tables.get(tableId as never);
    if (!table) throw new AppError('not-found', { what: 'table', id: tableId });
    return table;
  };
  const findCell = ({ tableId, rowId, colId }: CellRef): Cell | null => {
    const table = tables.get(tableId);
    const col = table?.columns.findIndex((column) => column.colId === colId) ?? -1;
    return table?.rows.find((row) => row.rowId === rowId)?.cells[col] ?? null;
  };
  const print = (figure: Pick<Figure, 'formula' | 'format'>): string => {
    const printed = printFigure(figure, findCell);
    if ('problem' in printed) throw new AppError('unit-mismatch', { from: '', to: figure.format.unit });
    return printed.text;
  };
  const getReply = (questionId: string): Reply => {
    const reply = replies.get(questionId as never);
    if (!reply) throw new AppError('not-found', { what: 'reply', id: questionId });
    return reply;
  };

  const review = new MemoryReview(
    (questionId) => getReply(questionId),
    (tableId) => tables.get(tableId) ?? null,
    (questionId) => tell('project:changed', { nouns: ['reply', 'review'], questionIds: [questionId] }),
  );
  const memory: MemoryHost = {
    review,
    saves: [],
    figures,
    failSaves: null,
    getReply,
    correctCell(tableId, row, col, text) {
      const cell = getTable(tableId).rows[row]!.cells[col]!;
      cell.text = text;
      cell.value = text.replaceAll(',', '').replace('%', '');
      const changes: ChangedFigure[] = [];
      for (const figure of figures.values()) {
        const after = print(figure);
        if (after === figure.shown) continue;
        changes.push({ figureId: figure.figureId, questionId: figure.questionId, before: figure.shown, after });
        figure.shown = after;
      }
      tell('figures:changed', { changes });
      tell('project:changed', { nouns: ['table', 'figure'], tableIds: [tableId as never] });
    },
    changeReply(questionId, change) {
      const reply = getReply(questionId);
      reply.sections = change(structuredClone(reply.sections));
      reply.revision++;
      tell('project:changed', { nouns: ['reply'], questionIds: [questionId as never] });
    },
    host: {
      kind: 'web',
      platform: 'linux',
      async call(method, params) {
        try {
          const parsed = contract[method as Method].params.parse(params);
          const handler = handlers[method as keyof typeof handlers] as ((params: unknown) => unknown) | undefined;
          if (!handler) throw new AppError('not-found', { what: 'method', id: method });
          return { kind: 'answer', id: 0, ok: true, value: structuredClone(await handler(parsed)) };
        } catch (error) {
          const value =
            error instanceof AppError
              ? { code: error.code, data: error.data }
              : { code: 'internal' as const, data: { reason: String(error) } };
          return { kind: 'answer', id: 0, ok: false, error: value };
        }
      },
      onEvent(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      onClosing: () => () => {},
      getLanguage: async () => 'zh-CN',
    } as Partial<HostApi> as HostApi,
  };

  const handlers: { [M in Method]?: (params: ParsedParams<M>) => Result<M> } = {
    'reply:get': ({ questionId }) => {
      const reply = getReply(questionId);
      return { ...reply, figures: [...figures.values()].filter((figure) => figure.questionId === questionId) };
    },
    'reply:save': ({ questionId, baseRevision, sections }) => {
      if (memory.failSaves) throw new AppError(memory.failSaves, { file: 'sample.huihan' });
      const reply = getReply(questionId);
      if (reply.revision !== baseRevision) throw new AppError('revision-conflict', { what: questionId });
      reply.revision++;
      reply.sections = sections;
      memory.saves.push(sections);
      tell('project:changed', { nouns: ['reply'], questionIds: [questionId] });
      return { revision: reply.revision, savedAt: '2026-01-05T11:42:07+08:00' };
    },
    'project:get': () => null,
    'review:list': ({ questionId }) => review.list(questionId),
    'review:propose': (params) => review.propose(params),
    'review:comment': (params) => review.comment(params),
    'review:saveSuggestions': ({ questionId, baseRevision, sections, suggestions }) => {
      const reply = getReply(questionId);
      if (reply.revision !== baseRevision) throw new AppError('revision-conflict', { what: questionId });
      if (JSON.stringify(reply.sections) !== JSON.stringify(sections)) {
        reply.revision++;
        reply.sections = sections;
        memory.saves.push(sections);
      }
      review.save(questionId, suggestions);
      return { revision: reply.revision, savedAt: '2026-01-05T11:42:07+08:00' };
    },
    'review:decide': ({ changeIds, verdict, note }) => review.decide(changeIds, verdict, note),
    'table:get': ({ tableId }) => getTable(tableId),
    'table:list': () =>
      [...tables.values()].map(({ columns, rows, notes: _notes, ...head }) => ({
        ...head,
        rowCount: rows.length,
        columnCount: columns.length,
        headline: rows[0]!.cells.map((cell) => cell.text).join(' '),
      })),
    'table:fromPaste': ({ cells, before }) => {
      const id = `p${tables.size}`;
      const table = createTable(
        id,
        before[0] ?? '',
        '万元',
        1,
        cells.map((row) => row.map((cell) => cell.text)),
      );
      tables.set(table.tableId, table);
      return { table, consumed: before.flatMap((text, index) => (text.startsWith('单位') ? [index] : [])) };
    },
    'source:list': () => [
      {
        sourceId: 's1' as never,
        file: 'f'.repeat(64) as never,
        fileName: '年度报告.txt',
        role: 'evidence',
        disclosed: true,
        importedAt: '2026-01-05T09:00:00+08:00',
        tableCount: 2,
      },
    ],
    'link:list': () => [
      {
        linkId: 'l1' as never,
        questionId: 'q1' as never,
        itemId: null,
        tableId: 't2' as never,
        reason: '',
        createdAt: '2026-01-05T09:00:00+08:00',
      },
    ],
    'letter:list': () => [],
    'cell:whereUsed': ({ cell }) =>
      [...figures.values()]
        .filter(({ formula }) => formula.op === 'cell' && formula.cell.rowId === cell.rowId && formula.cell.colId === cell.colId)
        .map((figure) => ({ questionId: figure.questionId, questionNo: '1', kind: 'figure', shown: figure.shown })),
    'figure:candidates': ({ text, limit }) => findCandidates([...tables.values()], text).slice(0, limit),
    'figure:preview': (params) => ({ text: print(params) }),
    'figure:create': (params) => {
      const figure: Figure = { ...params, figureId: newId<'figure'>(), shown: print(params) };
      figures.set(figure.figureId, figure);
      return figure;
    },
    'figure:update': (params) => {
      const old = figures.get(params.figureId)!;
      const figure: Figure = { ...old, ...params, shown: print(params) };
      figures.set(figure.figureId, figure);
      tell('figures:changed', {
        changes: [{ figureId: figure.figureId, questionId: figure.questionId, before: old.shown, after: figure.shown }],
      });
      return figure;
    },
    'figure:list': () => [...figures.values()],
    'picture:add': ({ bytes }) => {
      const file = (pictures.size + 1).toString(16).padStart(64, '0');
      pictures.set(file, { bytes, mime: 'image/png' });
      return { file: file as never, mime: 'image/png' };
    },
    'picture:get': ({ file }) => pictures.get(file)!,
  };
  return memory;
}

function findCandidates(tables: readonly DataTable[], query: string): FigureCandidate[] {
  const words = query.split(/\s+/).filter((word) => word !== '');
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.cells.flatMap((cell, col): FigureCandidate[] => {
        if (cell.value === null) return [];
        const rowPath = [row.cells[0]!.text];
        const columnPath = table.columns[col]!.path;
        const digits = query.replace(/[^\d.-]/g, '');
        const isNumber = digits !== '' && cell.value.startsWith(digits);
        const haystack = [...rowPath, ...columnPath, table.caption ?? ''].join(' ');
        if (!isNumber && !(words.length > 0 && words.every((word) => haystack.includes(word)))) return [];
        return [
          {
            cell: { tableId: table.tableId, rowId: row.rowId, colId: table.columns[col]!.colId },
            text: cell.text,
            unit: cell.unit,
            rowPath,
            columnPath,
            caption: table.caption,
            fileName: '年度报告.txt',
            place: table.place,
            score: 1,
          },
        ];
      }),
    ),
  );
}
