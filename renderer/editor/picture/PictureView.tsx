import type { NodeKey } from 'lexical';
import type { PictureContent } from './PictureNode';
export function PictureView({ content }: { nodeKey: NodeKey; content: PictureContent }) {
  return <img alt={content.alt} />;
}
