import { message } from '../../../../shared/domain/message';
import type { Warning } from '../../../../shared/domain/place';
import type { PictureWords } from './readPictures';

/** How many pictures recognition looked at, and how many it could not read: somebody should look at each. */
export function warnOfPictures({ read, unread }: Pick<PictureWords, 'read' | 'unread'>, file: string): Warning[] {
  const say = (code: 'pictures-recognised' | 'pictures-unread', count: number): Warning[] =>
    count === 0 ? [] : [{ code, message: message(`warning.${code}`, { count }), file, place: null }];
  return [...say('pictures-recognised', read), ...say('pictures-unread', unread)];
}
