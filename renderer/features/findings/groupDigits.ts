const PLAIN_NUMBER = /^(-?)(\d{4,})(\.\d+)?(%?)$/;

/** A bare number with thousands separators, as tables print it; any other text unchanged. */
export function groupDigits(text: string): string {
  return text.replace(PLAIN_NUMBER, (_, sign: string, whole: string, fraction = '', percent: string) => {
    return `${sign}${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}${fraction}${percent}`;
  });
}
