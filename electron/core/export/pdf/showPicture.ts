import type { FilingPicture } from '../../../../shared/document/filingBlock';

/** The attribute that shows a picture's own bytes. */
export function showPicture({ bytes, mime }: FilingPicture): string {
  return `src="data:${mime};base64,${Buffer.from(bytes).toString('base64')}"`;
}
