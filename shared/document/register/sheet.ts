/** One sheet of a register: a header row and rows of printed text. `width` is in characters of the sheet's type. */
export type Sheet = {
  /** Rows above the header, such as what the sheet is and how to fill it. */
  preface?: string[][];
  name: string;
  columns: { title: string; width: number }[];
  rows: string[][];
  /** A form to be filled in: the first row of the preface is its title, the others say something by a label; the rows are ruled and take any value. */
  isForm?: true;
};
