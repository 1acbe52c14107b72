/** A picture turned clockwise by so many quarters of a turn. */
export async function turnPicture(
  { bytes, mime }: { bytes: Uint8Array; mime: string },
  quarters: number,
): Promise<{ bytes: Uint8Array; mime: string }> {
  const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: mime }));
  const { width, height } = picture;
  const canvas = quarters % 2 === 1 ? new OffscreenCanvas(height, width) : new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((quarters * Math.PI) / 2);
  context.drawImage(picture, -width / 2, -height / 2);
  const turned = await canvas.convertToBlob();
  return { bytes: new Uint8Array(await turned.arrayBuffer()), mime: turned.type };
}
