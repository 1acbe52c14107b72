import type { Chart } from '../../shared/domain/reply';
import { chart as chartSchema } from '../../shared/ipc/schemas';

/** A chart as one line of a reply's text: `[图]({…})`, its choices as JSON. */
export function printChart({ tableId, kind, along, rowIds, colIds, title, alt, source }: Chart): string {
  return `[图](${JSON.stringify({ tableId, kind, along, rowIds, colIds, title, alt, source })})`;
}

/** Reads what `printChart` prints; null for any other line. */
export function readChart(line: string): Chart | null {
  const json = /^\[图\]\((\{.*\})\)$/s.exec(line)?.[1];
  if (json === undefined) return null;
  try {
    const read = chartSchema.safeParse(JSON.parse(json));
    return read.success ? read.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
