import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { Recogniser } from '../../import/scan/recogniser';
import { untilStopped } from '../../jobs/untilStopped';
import type { FileText } from './readFileTexts';

/** A picture inside a file: the part it is, and its bytes. */
export type FoundPicture = { part: string; bytes: Uint8Array };

/** Words recognised in pictures, and how many pictures were looked at and could not be read at all. */
export type PictureWords = { texts: FileText[]; read: number; unread: number };

/** How long looking at pictures tells how far it is, and how it is stopped. */
export type Looking = { onPicture?: (done: number, total: number) => Promise<void>; signal?: AbortSignal };

/** First bytes of the pictures a document may hold; those of metafiles are drawings nobody here can draw. */
const MAGIC: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
  [0x52, 0x49, 0x46, 0x46],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
  [0x01, 0x00, 0x00, 0x00],
  [0xd7, 0xcd, 0xc6, 0x9a],
];
const DEEPEST = 4;

/** Whether bytes are a picture. */
export function isPicture(bytes: Uint8Array): boolean {
  return MAGIC.some((magic) => magic.every((byte, at) => bytes[at] === byte));
}

/** Every picture in an archive, and in archives inside it. */
export function listPictures(file: string, bytes: Uint8Array, depth = 0): FoundPicture[] {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || depth >= DEEPEST) return isPicture(bytes) ? [{ part: file, bytes }] : [];
  return Object.entries(unzipSync(bytes)).flatMap(([path, content]) =>
    listPictures(depth === 0 ? path : `${file} › ${path}`, content, depth + 1),
  );
}

/** What was recognised in pictures looked at before, by their hash; null where nothing could be. The oldest is forgotten first. */
const known = new Map<string, string | null>();
const MOST_KNOWN = 500;

/**
 * Reads the words in pictures, each once. Recognition misses words: what it finds is found, what it does not find a person must look for. Rejects with
 * cancelled when the work is stopped.
 */
export async function readPictures(pictures: readonly FoundPicture[], { onPicture, signal }: Looking = {}): Promise<PictureWords> {
  const words: PictureWords = { texts: [], read: 0, unread: 0 };
  let recogniser: Recogniser | null = null;
  try {
    for (const [index, { part, bytes }] of pictures.entries()) {
      await onPicture?.(index, pictures.length);
      const hash = createHash('sha256').update(bytes).digest('hex');
      if (!known.has(hash)) {
        const { startRecogniser } = await import('../../import/scan/recogniser');
        recogniser ??= await startRecogniser();
        const work = recognise(recogniser, bytes);
        remember(hash, await (signal ? untilStopped(signal, work) : work));
      }
      const text = known.get(hash) ?? null;
      if (text === null) words.unread++;
      else {
        words.read++;
        words.texts.push({ part, text });
      }
    }
  } finally {
    await recogniser?.stop();
  }
  return words;
}

function remember(hash: string, text: string | null): void {
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(hash, text);
}

/** Below this width letters are drawn larger: the recogniser wants them some thirty pixels high. */
const WIDE_ENOUGH = 2_000;
const LARGEST_SCALE = 3;
/** Pixels of the largest picture that is drawn. */
const MOST_PIXELS = 16_000_000;

/** The words of a picture however it is looked at; null for one that cannot be drawn. */
async function recognise(recogniser: Recogniser, bytes: Uint8Array): Promise<string | null> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(Buffer.from(bytes)).catch(() => null);
  if (image === null || image.width < 1 || image.height < 1) return null;
  const most = Math.sqrt(MOST_PIXELS / (image.width * image.height));
  const scale = Math.min(most, Math.max(1, Math.min(LARGEST_SCALE, WIDE_ENOUGH / image.width)));
  const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return recogniser.readAll({ bytes: new Uint8Array(canvas.toBuffer('image/png')), mime: 'image/png', isDrawn: true });
}
