import type { ReadPicture } from '../../../../shared/domain/dataTable';
import { type DocxReading, warn } from './docxReading';
import { childOf, findAll, type XmlElement } from './xmlTree';
import { message } from '../../../../shared/domain/message';

const EMU_PER_PIXEL = 9525;
const PIXELS_PER_POINT = 96 / 72;

/** The pictures of a w:drawing, sized as the document shows them. What cannot be shown (other formats, charts, linked files) becomes a warning. */
export function readDrawing(drawing: XmlElement, reading: DocxReading): ReadPicture[] {
  const frame = childOf(drawing, 'wp:inline') ?? childOf(drawing, 'wp:anchor');
  const alt = readAlt(childOf(frame, 'wp:docPr'));
  const shown = findAll(drawing, 'pic:pic');
  const pictures: ReadPicture[] = [];
  for (const picture of shown) {
    const blip = findAll(picture, 'a:blip')[0];
    // A single picture has the frame's size; one of a group has its own.
    const own = findAll(picture, 'a:ext').find((extent) => extent.attributes.cx !== undefined);
    const extent = shown.length === 1 ? (childOf(frame, 'wp:extent') ?? own) : own;
    const size = { widthPx: toPixels(extent?.attributes.cx), heightPx: toPixels(extent?.attributes.cy) };
    const read = readImage(blip?.attributes['r:embed'] ?? blip?.attributes['r:link'], alt, size, reading);
    if (read) pictures.push(read);
  }
  if (shown.length === 0 && findAll(drawing, 'w:txbxContent').length === 0) warnAboutShape(drawing, alt, reading);
  return pictures;
}

/** The pictures of a VML w:pict, as older files have them. */
export function readVmlPictures(element: XmlElement, reading: DocxReading): ReadPicture[] {
  const pictures: ReadPicture[] = [];
  for (const shape of [...findAll(element, 'v:shape'), ...findAll(element, 'v:rect')]) {
    const image = childOf(shape, 'v:imagedata');
    if (!image) continue;
    const style = shape.attributes.style ?? '';
    const size = { widthPx: readStylePixels(style, 'width'), heightPx: readStylePixels(style, 'height') };
    const read = readImage(image.attributes['r:id'], shape.attributes.alt ?? image.attributes['o:title'] ?? '', size, reading);
    if (read) pictures.push(read);
  }
  return pictures;
}

function readAlt(properties: XmlElement | undefined): string {
  return properties?.attributes.descr ?? properties?.attributes.title ?? '';
}

function toPixels(emu: string | undefined): number {
  const value = Number(emu);
  return Number.isFinite(value) && value > 0 ? Math.max(1, Math.round(value / EMU_PER_PIXEL)) : 1;
}

function readStylePixels(style: string, property: string): number {
  const match = new RegExp(`(?:^|;)\\s*${property}:\\s*([\\d.]+)(pt|px|in|cm)`).exec(style);
  if (!match) return 1;
  const perUnit = { pt: PIXELS_PER_POINT, px: 1, in: 96, cm: 96 / 2.54 }[match[2] as 'pt' | 'px' | 'in' | 'cm'];
  return Math.max(1, Math.round(Number(match[1]) * perUnit));
}

function readImage(
  relationId: string | undefined,
  alt: string,
  size: { widthPx: number; heightPx: number },
  reading: DocxReading,
): ReadPicture | null {
  const target = relationId === undefined ? null : reading.pack.getTarget(relationId);
  const called = alt === '' ? message('warning.picture') : message('warning.picture-named', { name: alt });
  if (target?.external) {
    warn(reading, 'picture-external', message('warning.picture-external', { picture: called }));
    return null;
  }
  if (!target?.bytes) {
    warn(reading, 'picture-missing', message('warning.picture-missing', { picture: called }));
    return null;
  }
  const mime = detectImage(target.bytes);
  if (!mime) {
    warn(
      reading,
      'picture-format',
      message('warning.picture-format', { picture: called, format: target.name.slice(target.name.lastIndexOf('.') + 1) }),
    );
    return null;
  }
  return { bytes: target.bytes, mime, alt, ...size };
}

function detectImage(bytes: Uint8Array): ReadPicture['mime'] | null {
  if (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  if (bytes[0] === 0x47 && bytes[1] === 0x49 && bytes[2] === 0x46) return 'image/gif';
  return null;
}

function warnAboutShape(drawing: XmlElement, alt: string, reading: DocxReading): void {
  const kind =
    findAll(drawing, 'c:chart').length > 0
      ? message('warning.drawing-chart')
      : findAll(drawing, 'dgm:relIds').length > 0
        ? message('warning.drawing-smartArt')
        : message('warning.drawing-shape');
  warn(reading, 'drawing-not-read', message('warning.drawing-not-read', { kind, name: alt === '' ? '' : `“${alt}”` }));
}
