/** A thick line to the right of a paragraph: what changed, on paper (a direct border, so that a style is not doubled for it). */
export const CHANGE_BAR = '<w:pBdr><w:right w:val="single" w:sz="18" w:space="6" w:color="000000"/></w:pBdr>';

/** The same beside a row of a table: the right border of its last cell. */
export const ROW_CHANGE_BAR = '<w:tcBorders><w:right w:val="single" w:sz="36" w:space="0" w:color="000000"/></w:tcBorders>';
