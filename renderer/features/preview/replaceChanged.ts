/**
 * Makes the children of an element those that `now` says, given that they are those of `before`: what stands unchanged at the beginning and at the end keeps its
 * elements, so that a change in one paragraph costs one paragraph. The markup is our own (shared/document/page), every word in it escaped. Returns the new
 * elements.
 */
export function replaceChanged(parent: HTMLElement, before: readonly string[], now: readonly string[]): Element[] {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start++;
  let same = 0;
  while (same < before.length - start && same < now.length - start && before.at(-1 - same) === now.at(-1 - same)) same++;
  if (start === before.length && start === now.length) return [];
  const template = document.createElement('template');
  template.innerHTML = now.slice(start, now.length - same).join('');
  const old = [...parent.children].slice(start, before.length - same);
  const next = parent.children[before.length - same] ?? null;
  const added = [...template.content.children];
  for (const element of old) element.remove();
  parent.insertBefore(template.content, next);
  return added;
}
