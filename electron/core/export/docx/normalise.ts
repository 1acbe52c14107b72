import { assert } from '../../../../shared/util/assert';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** 1 January 1980, 00:00, the first moment a ZIP can name: time 0, date 1 + (1 << 5). */
const EPOCH_DOS = 0x0021_0000;

/** Sets the times of all entries of a ZIP to one fixed moment, in place, so that equal parts give equal bytes. */
export function fixZipTimes(zip: Uint8Array): void {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END_OF_DIRECTORY) end--;
  assert(end >= 0, 'a packed document ends with its directory');
  const count = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    assert(view.getUint32(entry, true) === DIRECTORY_ENTRY, 'the directory of a packed document is whole');
    view.setUint32(entry + 12, EPOCH_DOS, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, EPOCH_DOS, true);
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true);
  }
}
