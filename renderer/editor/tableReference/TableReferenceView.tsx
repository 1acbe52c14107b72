import type { NodeKey } from 'lexical';
import type { TableId } from '../../../shared/domain/ids';
export function TableReferenceView({ tableId }: { nodeKey: NodeKey; tableId: TableId }) {
  return <div>{tableId}</div>;
}
