/** Classes of documents as lines `title＝class`. */
export function printCategories(categories: Readonly<Record<string, string>>): string {
  return Object.entries(categories)
    .map(([title, category]) => `${title}＝${category}`)
    .join('\n');
}

/** Reads such lines; what has no sign of equality or nothing after it is left out. */
export function readCategories(text: string): Record<string, string> {
  const lines = text.split('\n').flatMap((line) => {
    const [, title = '', category = ''] = /^([^=＝]+)[=＝](.+)$/.exec(line) ?? [];
    return title.trim() === '' || category.trim() === '' ? [] : [[title.trim(), category.trim()] as const];
  });
  return Object.fromEntries(lines);
}
