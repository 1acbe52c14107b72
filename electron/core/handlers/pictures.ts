import { AppError } from '../../../shared/ipc/errors';
import { findFile, storeFile } from '../db/queries/files';
import { controls, type HandlersOf, reads } from '../rpc/handlerKinds';
import { message } from '../../../shared/domain/message';

const MAGIC: readonly { mime: string; bytes: readonly number[] }[] = [
  { mime: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { mime: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mime: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
  { mime: 'image/bmp', bytes: [0x42, 0x4d] },
];
const LIMIT_BYTES = 20 * 1024 * 1024;

export const pictureHandlers: HandlersOf<'picture'> = {
  // A stored file is no change of the matter until a reply shows it, so it is not recorded in the log.
  'picture:add': controls(async (session, { bytes, name }) => {
    if (bytes.length > LIMIT_BYTES)
      throw new AppError('file-too-large', { file: name, size: `${Math.ceil(bytes.length / 1048576)} MB`, limit: '20 MB' });
    const found = MAGIC.find((kind) => kind.bytes.every((byte, index) => bytes[index] === byte));
    if (!found) throw new AppError('unsupported-format', { file: name, advice: message('advice.pictureKinds') });
    return { file: session.getProject().write((db) => storeFile(db, bytes, found.mime)), mime: found.mime };
  }),

  'picture:get': reads(({ db }, { file }) => {
    const picture = findFile(db, file);
    if (!picture || !picture.mime.startsWith('image/')) throw new AppError('not-found', { what: message('what.picture'), id: file });
    return picture;
  }),
};
