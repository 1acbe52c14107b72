const MARKUP = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it stands between tags or in an attribute of a page. */
export function escapeHtml(text: string): string {
  return text.replace(MARKUP, (character) => ENTITIES[character]!);
}
