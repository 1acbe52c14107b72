import { listOperandColumns, type ReplyTableDefinition } from './replyTableDefinition';

/** Why a definition cannot be built. `name` is the row or column as the user sees it. */
export type DefinitionProblem =
  | { kind: 'noColumns' | 'noRows' | 'repeatedId' }
  | { kind: 'operandMissing' | 'circular' | 'operandCount'; name: string };

/** The first thing wrong with a definition by itself, its sources aside; null when it can be built. */
export function findDefinitionProblem(definition: ReplyTableDefinition): DefinitionProblem | null {
  const { stub, columns, rows, top } = definition;
  if (!columns.some((column) => !column.hidden)) return { kind: 'noColumns' };
  if (rows.length === 0) return { kind: 'noRows' };
  const colIds = [stub.colId, ...columns.map((column) => column.colId)];
  const rowIds = [...rows.map((row) => row.rowId), ...(top?.others ? [top.others] : [])];
  if (new Set(colIds).size < colIds.length || new Set(rowIds).size < rowIds.length) return { kind: 'repeatedId' };
  if (top && !columns.some((column) => column.colId === top.colId)) return { kind: 'operandMissing', name: '' };
  return findColumnProblem(definition) ?? findRowProblem(definition);
}

function findColumnProblem({ columns, rows }: ReplyTableDefinition): DefinitionProblem | null {
  const operands = new Map(columns.map(({ colId, content }) => [colId as string, listOperandColumns(content)]));
  for (const { colId, path, content } of columns) {
    const name = path.join(' / ');
    const own = operands.get(colId)!;
    if (content.kind !== 'source' && content.kind !== 'typed' && own.length === 0) return { kind: 'operandCount', name };
    if (own.some((operand) => !operands.has(operand))) return { kind: 'operandMissing', name };
    if (content.kind === 'shareOfTotal' && content.whole !== null && !rows.some((row) => row.rowId === content.whole)) {
      return { kind: 'operandMissing', name };
    }
    if (leadsBack(colId, operands)) return { kind: 'circular', name };
  }
  return null;
}

function findRowProblem({ rows }: ReplyTableDefinition): DefinitionProblem | null {
  const operands = new Map(rows.map(({ rowId, content }) => [rowId as string, content.kind === 'source' ? [] : content.of]));
  for (const { rowId, label: name, content } of rows) {
    if (content.kind === 'source') continue;
    const isPair = content.kind === 'difference' || content.kind === 'share';
    if (isPair ? content.of.length !== 2 : content.of.length === 0) return { kind: 'operandCount', name };
    if (content.of.some((operand) => !operands.has(operand))) return { kind: 'operandMissing', name };
    if (leadsBack(rowId, operands)) return { kind: 'circular', name };
  }
  return null;
}

function leadsBack(start: string, operands: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>();
  const waiting = [...(operands.get(start) ?? [])];
  while (waiting.length > 0) {
    const next = waiting.pop()!;
    if (next === start) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...(operands.get(next) ?? []));
  }
  return false;
}
