import type { LexicalEditor } from 'lexical';
import { HISTORY_PUSH_TAG } from 'lexical';
import { call } from '../../ipc/client';
import { $insertBlocks } from '../blocks/insertNodes';
import { $createPictureNode } from './PictureNode';
import { fitPicture } from './pictureSize';

/** Kinds of picture that can be stored and filed. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif'] as const;

/** Stores a picture with the project and puts it after the block at the caret. False when it is no picture that can be filed. */
export async function insertPicture(editor: LexicalEditor, file: File): Promise<boolean> {
  if (!(PICTURE_TYPES as readonly string[]).includes(file.type)) return false;
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch (error) {
    // The browser's own word for bytes that are not the picture they claim to be.
    if (error instanceof DOMException && error.name === 'InvalidStateError') return false;
    throw error;
  }
  const size = fitPicture({ widthPx: bitmap.width, heightPx: bitmap.height });
  bitmap.close();
  const stored = await call('picture:add', { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name });
  editor.update(() => $insertBlocks([$createPictureNode({ ...stored, ...size, alt: '' })]), { tag: HISTORY_PUSH_TAG });
  return true;
}
