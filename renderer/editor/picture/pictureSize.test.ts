import { expect, it } from 'vitest';
import { fitPicture, resizePicture } from './pictureSize';

it('a picture wider than the text is fitted to it in its proportions, a smaller one keeps its size', () => {
  expect(fitPicture({ widthPx: 1106, heightPx: 500 })).toEqual({ widthPx: 553, heightPx: 250 });
  expect(fitPicture({ widthPx: 300, heightPx: 200 })).toEqual({ widthPx: 300, heightPx: 200 });
});

it('a picture is never resized to nothing nor beyond the page', () => {
  expect(resizePicture({ widthPx: 400, heightPx: 4 }, -50)).toEqual({ widthPx: 24, heightPx: 1 });
  expect(resizePicture({ widthPx: 400, heightPx: 200 }, 9000)).toEqual({ widthPx: 553, heightPx: 277 });
});
