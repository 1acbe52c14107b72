import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ZoomIn, ZoomOut } from 'lucide-react';
import { $getNodeByKey, COMMAND_PRIORITY_LOW, KEY_ARROW_LEFT_COMMAND, KEY_ARROW_RIGHT_COMMAND, mergeRegister, type NodeKey } from 'lexical';
import { type PointerEvent, useCallback, useEffect, useState } from 'react';
import { call } from '../../ipc/client';
import { useBlobUrl } from '../../ipc/useBlobUrl';
import { IconButton } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { useBlockSelection } from '../blockSelection';
import { $isPictureNode, type PictureContent, type PictureNode } from './PictureNode';
import { type PictureSize, resizePicture } from './pictureSize';
import './picture.css';

const STEP_PX = 20;

/** A picture with handles: drag a corner, or Shift with left and right when it is selected; the alternative text stands below it then. */
export function PictureView({ nodeKey, content }: { nodeKey: NodeKey; content: PictureContent }) {
  const { say, sayError } = useWords();
  const [editor] = useLexicalComposerContext();
  const isSelected = useBlockSelection(nodeKey);
  const { url, error } = useBlobUrl(content.file, () => call('picture:get', { file: content.file }));
  const [dragged, setDragged] = useState<PictureSize | null>(null);
  const size = dragged ?? content;

  const change = useCallback(
    (apply: (node: PictureNode) => void) =>
      editor.update(() => {
        const node = $getNodeByKey(nodeKey);
        if ($isPictureNode(node)) apply(node);
      }),
    [editor, nodeKey],
  );
  const resizeTo = useCallback(
    (widthPx: number) =>
      change((node) => {
        const next = resizePicture(node.getContent(), widthPx);
        node.setSize(next.widthPx, next.heightPx);
      }),
    [change],
  );
  useEffect(() => {
    const resizeBy = (event: KeyboardEvent, step: number) => {
      if (!isSelected || !event.shiftKey) return false;
      event.preventDefault();
      resizeTo(content.widthPx + step);
      return true;
    };
    return mergeRegister(
      editor.registerCommand(KEY_ARROW_LEFT_COMMAND, (event) => resizeBy(event, -STEP_PX), COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, (event) => resizeBy(event, STEP_PX), COMMAND_PRIORITY_LOW),
    );
  }, [editor, isSelected, resizeTo, content.widthPx]);

  const startDrag = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const startX = event.clientX;
    // The picture is centred, so each px of the pointer widens it by two.
    const sizeAt = (clientX: number) => resizePicture(content, content.widthPx + 2 * (clientX - startX));
    const drag = (move: globalThis.PointerEvent) => setDragged(sizeAt(move.clientX));
    handle.addEventListener('pointermove', drag);
    handle.addEventListener(
      'pointerup',
      (end: globalThis.PointerEvent) => {
        handle.removeEventListener('pointermove', drag);
        setDragged(null);
        resizeTo(sizeAt(end.clientX).widthPx);
      },
      { once: true },
    );
  };

  if (error) return <p className="reply-table-problem">{sayError(error)}</p>;
  return (
    <figure className="picture-frame" style={{ width: size.widthPx }}>
      {url === null ? (
        <div className="picture-waiting" style={{ height: size.heightPx }} />
      ) : (
        <img src={url} alt={content.alt} width={size.widthPx} height={size.heightPx} draggable={false} />
      )}
      {isSelected ? (
        <>
          <span className="picture-handle" onPointerDown={startDrag} />
          <figcaption className="picture-bar" onKeyDown={(event) => event.stopPropagation()}>
            <TextInput label={say('reply.pictureAlt')} value={content.alt} onChange={(alt) => change((node) => node.setAlt(alt))} />
            <IconButton
              icon={ZoomOut}
              label={say('reply.pictureSmaller')}
              keys="Shift+←"
              onPress={() => resizeTo(content.widthPx - STEP_PX)}
            />
            <IconButton
              icon={ZoomIn}
              label={say('reply.pictureLarger')}
              keys="Shift+→"
              onPress={() => resizeTo(content.widthPx + STEP_PX)}
            />
          </figcaption>
        </>
      ) : null}
    </figure>
  );
}
