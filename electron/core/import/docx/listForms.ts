import type { ListForm } from '../../../../shared/review/word/reviewedDocument';
import { childrenOf, valueOf, type XmlElement } from './xmlTree';

/** What lists look like, by w:numId. */
export type ListForms = { get(numId: string, level: number): ListForm };

const DEEPEST = 8;

/** Which levels of the lists in numbering.xml (undefined when the document has none) are numbered. A list nobody defined is marked. */
export function readListForms(root: XmlElement | undefined): ListForms {
  const levelsOf = (element: XmlElement | undefined) =>
    new Map(childrenOf(element, 'w:lvl').map((level) => [level.attributes['w:ilvl'] ?? '0', valueOf(level, 'w:numFmt') ?? 'decimal']));
  const abstracts = new Map(
    childrenOf(root, 'w:abstractNum').map((element) => [element.attributes['w:abstractNumId'] ?? '', levelsOf(element)]),
  );
  const lists = new Map(
    childrenOf(root, 'w:num').map((element) => {
      const overrides = childrenOf(element, 'w:lvlOverride').flatMap((one) => [...levelsOf(one)]);
      return [
        element.attributes['w:numId'] ?? '',
        new Map([...(abstracts.get(valueOf(element, 'w:abstractNumId') ?? '') ?? []), ...overrides]),
      ];
    }),
  );
  return {
    get(numId, level) {
      const depth = Number.isInteger(level) ? Math.min(Math.max(level, 0), DEEPEST) : 0;
      const format = lists.get(numId)?.get(String(depth)) ?? 'bullet';
      return { kind: format === 'bullet' || format === 'none' ? 'bullet' : 'number', depth };
    },
  };
}
