import type { Revision } from '../../../../shared/review/word/reviewedDocument';
import { elementsOf, findAll, type XmlElement } from '../docx/xmlTree';

/** Elements of tracked changes: inserted, deleted and moved content, changed properties, cells. */
const REVISION_NAMES = new Set([
  'w:ins',
  'w:del',
  'w:moveFrom',
  'w:moveTo',
  'w:rPrChange',
  'w:pPrChange',
  'w:sectPrChange',
  'w:tblPrChange',
  'w:tblPrExChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:numberingChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
]);

/** Every tracked change of the parts registered, by its element. */
export class RevisionRegister {
  private readonly byElement = new Map<XmlElement, Revision>();

  /** Registers all tracked changes of a part, whether a reader understands where they stand or not. */
  addPart(part: string, root: XmlElement): void {
    for (const child of elementsOf(root)) {
      if (child.name === 'mc:Fallback' && root.children.some((node) => typeof node !== 'string' && node.name === 'mc:Choice')) continue;
      if (REVISION_NAMES.has(child.name)) {
        const { 'w:author': author = '', 'w:date': date } = child.attributes;
        this.byElement.set(child, { element: child.name, author, at: readClock(date), part, text: readMarked(child) });
      }
      this.addPart(part, child);
    }
  }

  /** The tracked change an element is. */
  get(element: XmlElement): Revision {
    return this.byElement.get(element)!;
  }

  /** The tracked changes among the children of a properties element. */
  listIn(properties: XmlElement | undefined): Revision[] {
    return properties ? elementsOf(properties).flatMap((child) => this.byElement.get(child) ?? []) : [];
  }

  list(): Revision[] {
    return [...this.byElement.values()];
  }
}

const BEIJING = '+08:00';
const CLOCK = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?$/;

/** A time as Word writes it: its clock, whatever zone is named, which is taken as Beijing's. Null for anything else. */
export function readClock(text: string | undefined): string | null {
  const clock = CLOCK.exec(text ?? '')?.[1];
  if (clock === undefined) return null;
  const at = `${clock.length === 16 ? `${clock}:00` : clock}${BEIJING}`;
  return Number.isNaN(Date.parse(at)) ? null : at;
}

const TEXTS = new Set(['w:t', 'w:delText', 'm:t']);
const CODES = new Set(['w:instrText', 'w:delInstrText']);

/** What a tracked change marks: its words, or, where there are none, the fields it holds. */
function readMarked(element: XmlElement): string {
  const text = readText(element);
  if (text !== '') return text;
  const codes = [...CODES]
    .flatMap((name) => findAll(element, name))
    .flatMap(({ children }) => children.filter((one) => typeof one === 'string'));
  return codes.length === 0 ? '' : `{${codes.join('').trim()}}`;
}

/** All text inside an element, deleted text too unless it is left out; a paragraph's end as a line break. */
export function readText(element: XmlElement, leavesOutDeleted = false): string {
  const parts: string[] = [];
  const walk = (one: XmlElement) => {
    if (leavesOutDeleted && (one.name === 'w:del' || one.name === 'w:moveFrom')) return;
    for (const node of one.children) {
      if (typeof node === 'string') {
        if (TEXTS.has(one.name)) parts.push(node);
      } else walk(node);
    }
    if (one.name === 'w:p') parts.push('\n');
    else if (one.name === 'w:tab') parts.push('\t');
  };
  walk(element);
  return parts.join('').replace(/\n$/, '');
}
