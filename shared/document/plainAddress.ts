const BRACKETED = /[<＜]((?:https?|ftp|mailto):[^<>＜＞\s]+)[>＞]/gi;

/** A text with the addresses of pages as they are printed: without the angle brackets that set them apart in plain text. */
export function dropAddressBrackets(text: string): string {
  return text.includes('<') || text.includes('＜') ? text.replace(BRACKETED, '$1') : text;
}
