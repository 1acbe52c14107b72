import { assertNever } from '../../util/assert';
import { buildTextTable } from '../buildTextTable';
import type { FilingBlock } from '../filingBlock';
import { layOutTable } from '../layOutTable';

/** A list of texts as a table, its first row the header. */
export function makeListTable(texts: readonly (readonly string[])[]): FilingBlock {
  return {
    type: 'table',
    layout: layOutTable(buildTextTable(texts), () => assertNever(null as never, 'a list holds no nested tables'), false),
  };
}
