import type { ScannedPage } from './buildScan';

/** A black square of half the side in the middle of a white one of 32 pixels, as scanners pack pages. */
const SIDE = 32;
const CCITT = '/zMF////////H/ABABA=';
const JPX =
  '/0//UQAsAAAAAAAgAAAAIAAAAAAAAAAAAAAAIAAAACAAAAAAAAAAAAACDwEBDwEB/1IADAAAAAEABQQEAAH/XAATQICIiJCIiJCIiJCIiJCIiJD/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjD/kAAKAAAAAADxAAH/k8/8KAwCuQvP/BAIAT/HzAo+YFP/CwGACdUJ1QWTLoDP1B594NH0hQ+3xDI/glUPt6lI0T0QeStw7IDPpHT6R0PlFAnj+++4s86JS/kVsMqWHP1/zcOIs4TreJerpXURevoOhvvvhdZcgM+YlPmJQ+MWGcqpoxdBihmsGpqXYfmnBynFIN0Nll2Q7fraio3PrxjH1CsRFfMWYUZJzljZTieAz6TE+kxD4xJy1ekntj/4zhueGSIXGnFvwC4F5Sj4+AguQtz8E77wtU7vPLilFh4PfpSXgPSxfhIky6MCT51kjHOA/9k=';

/** One part of a JBIG2 stream; 48 tells the page's size, 38 is a region of it. */
function writeSegment(no: number, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(no, 0);
  head.writeUInt8(type, 4);
  head.writeUInt8(1, 6);
  head.writeUInt32BE(data.length, 7);
  return Buffer.concat([head, data]);
}

function writeJbig2(): Buffer {
  const page = Buffer.alloc(19);
  const region = Buffer.alloc(18);
  for (const size of [page, region]) {
    size.writeUInt32BE(SIDE, 0);
    size.writeUInt32BE(SIDE, 4);
  }
  const isPackedAsFax = 1;
  region.writeUInt8(isPackedAsFax, 17);
  return Buffer.concat([writeSegment(0, 48, page), writeSegment(1, 38, Buffer.concat([region, Buffer.from(CCITT, 'base64')]))]);
}

const square = (filter: string, bytes: Uint8Array): ScannedPage => ({ filter, bytes, width: SIDE, height: SIDE });
const ONE_BIT = '/ColorSpace /DeviceGray /BitsPerComponent 1';

/** The square by the name of its encoding. */
export const ENCODED_SQUARES: Readonly<Record<'JPX' | 'JBIG2' | 'CCITT', ScannedPage>> = {
  JPX: square('/Filter /JPXDecode', Buffer.from(JPX, 'base64')),
  JBIG2: square(`${ONE_BIT} /Filter /JBIG2Decode`, writeJbig2()),
  CCITT: square(`${ONE_BIT} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${SIDE} /Rows ${SIDE} >>`, Buffer.from(CCITT, 'base64')),
};
