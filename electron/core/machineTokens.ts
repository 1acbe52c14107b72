/** What the program itself writes and nobody reads: an id, a file's hash, a time of the log. */
const TOKEN = '[0-9a-hjkmnp-tv-z]{16}|[0-9a-f]{64}|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z';

/** A text that is nothing else than such a token. */
export const MACHINE_TOKEN = new RegExp(`^(?:${TOKEN})$`);

const TOKENS = new RegExp(`(?<![0-9a-z])(?:${TOKEN})(?![0-9a-z])`, 'g');
/** Places and counts in stored JSON. */
const COUNTS = /(?<="\w+":)\d+(?=[,}])/g;

/** A stored text with these blanked out, so that no digits among them pass for a number somebody wrote. */
export function blankMachineTokens(text: string): string {
  return text.replaceAll(TOKENS, (token) => ' '.repeat(token.length)).replaceAll(COUNTS, (count) => ' '.repeat(count.length));
}
