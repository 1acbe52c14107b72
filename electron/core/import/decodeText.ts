import { isUtf8 } from 'node:buffer';
import { AppError } from '../../../shared/ipc/errors';
import { message } from '../../../shared/domain/message';

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, or GB18030 (also GBK, GB2312). Throws `not-what-it-says` for binary content and
 * `file-empty` for a file without text; both name the file.
 */
export function decodeText(bytes: Uint8Array, fileName: string): string {
  const text = decodeBytes(bytes, fileName);
  if (!/\S/.test(text)) throw new AppError('file-empty', { file: fileName });
  return text;
}

function decodeBytes(bytes: Uint8Array, fileName: string): string {
  const [first, second] = [bytes[0], bytes[1]];
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes, fileName);
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes, fileName);
  if (bytes.includes(0)) throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.notText') });
  return decodeAs(isUtf8(bytes) ? 'utf-8' : 'gb18030', bytes, fileName);
}

function decodeAs(encoding: string, bytes: Uint8Array, fileName: string): string {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.notText') }, { cause });
  }
  if (looksBinary(text)) throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.notText') });
  return text;
}

/** Control characters that no text holds, or private-use characters in numbers, betray ciphertext that happens to decode. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, 20_000);
  let strange = 0;
  for (const char of sample) {
    const code = char.codePointAt(0)!;
    if (
      (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) ||
      (code >= 0x7f && code < 0xa0) ||
      (code >= 0xe000 && code < 0xf900)
    )
      strange += 1;
  }
  return strange * 100 > sample.length;
}
