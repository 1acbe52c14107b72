/** Width of the text column in px at 96 per inch: no picture prints wider. */
export const WIDEST_PICTURE_PX = 553;
const NARROWEST_PX = 24;

/** Width and height in px. */
export type PictureSize = { widthPx: number; heightPx: number };

/** The size with a new width, in the same proportions, within what a page can hold. */
export function resizePicture(size: PictureSize, widthPx: number): PictureSize {
  const width = Math.round(Math.min(Math.max(widthPx, NARROWEST_PX), WIDEST_PICTURE_PX));
  return { widthPx: width, heightPx: Math.max(1, Math.round((size.heightPx * width) / size.widthPx)) };
}

/** The size a new picture gets: its own, or as wide as the text. */
export function fitPicture(size: PictureSize): PictureSize {
  return size.widthPx > WIDEST_PICTURE_PX ? resizePicture(size, WIDEST_PICTURE_PX) : size;
}
