/** One sheet of a register: a header row and rows of printed text. `width` is in characters of the sheet's type. */
export type Sheet = {
  /** Rows above the header, such as what the sheet is and how to fill it. */
  preface?: string[][];
  name: string;
  columns: { title: string; width: number }[];
  rows: string[][];
};
