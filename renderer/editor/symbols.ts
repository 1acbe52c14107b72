/** Signs a reply's formulas and lists need and few keyboards have, in the order of the menu. */
export const SYMBOLS: readonly string[] = Array.from('≥≤≠≈±×÷·∑Δ√∞→‰℃°αβγδεθλμπρσφω㎡㎥※①②③④⑤⑥⑦⑧⑨⑩□■☑§—～');
