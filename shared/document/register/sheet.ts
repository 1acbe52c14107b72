/** One sheet of a register: a header row and rows of printed text. `width` is in characters of the sheet's type. */
export type Sheet = { name: string; columns: { title: string; width: number }[]; rows: string[][] };
