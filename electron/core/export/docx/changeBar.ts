/** A thick line to the right of a paragraph: what changed, on paper (a direct border, so that a style is not doubled for it). */
export const CHANGE_BAR = '<w:pBdr><w:right w:val="single" w:sz="18" w:space="6" w:color="000000"/></w:pBdr>';
