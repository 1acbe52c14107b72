import { FileChild, type IContext } from 'docx';

/**
 * Where written XML goes into the body docx writes. docx keeps several objects for every element until all is written, which costs more
 * time and memory than all the rest; a reply's tens of thousands of elements are therefore written as text, and docx does what it is
 * needed for: the package, its parts and their relations.
 */
export class BodySlot extends FileChild {
  readonly #index: number;

  constructor(index: number) {
    super(SLOT);
    this.#index = index;
  }

  override prepForXml(_context: IContext): { [SLOT]: { _attr: { n: number } } } {
    return { [SLOT]: { _attr: { n: this.#index } } };
  }
}

const SLOT = 'slot';
const SLOTS = /<slot n="(\d+)"\/>/g;

/** The document with every slot replaced by its XML. Text cannot be taken for a slot: it has no tags. */
export function fillSlots(documentXml: string, contents: readonly string[]): string {
  return documentXml.replace(SLOTS, (_, index: string) => contents[Number(index)]!);
}
