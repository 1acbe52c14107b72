import { TEXT_WIDTH_TWIPS, WIDEST_UPRIGHT_TWIPS } from '../pageGeometry';

/** Twips of a millimetre-free CSS length: 20 to the point. */
const points = (twips: number): string => `${twips / 20}pt`;

/** Tables wider than the line reach beyond it on both sides alike, in steps, since markup may carry no style of its own. */
const WIDE_STEP_TWIPS = 37;
const WIDE_STEPS = Math.ceil((WIDEST_UPRIGHT_TWIPS - TEXT_WIDTH_TWIPS) / WIDE_STEP_TWIPS);

/** The rules for these on a line of a width. */
export function writeWideTables(lineTwips: number): string {
  return Array.from({ length: WIDE_STEPS }, (_, index) => {
    const reach = (index + 1) * WIDE_STEP_TWIPS;
    return `.page .wide-${index + 1} { width: ${points(lineTwips + reach)}; margin-inline: ${points(-reach / 2)}; }`;
  }).join('\n');
}

/** The class that makes something so much wider than the line; none when it is not. */
export function getWideClass(reachTwips: number): string | null {
  return reachTwips > 0 ? `wide-${Math.min(WIDE_STEPS, Math.ceil(reachTwips / WIDE_STEP_TWIPS))}` : null;
}

/**
 * The house format for a page on screen or in print (docs/HOUSE-FORMAT.md): the same sizes, distances and page-break rules the DOCX has, as classes
 * below `.page`. One single line of 宋体 is 1.3 em high. A heading keeps its lines by orphans: with break-inside Chromium finds no way back to the break
 * before it, and leaves a table's lead behind.
 */
export const PAGE_CSS = `
@font-face { font-family: "Page Latin"; src: local("Times New Roman"), local("Liberation Serif"), local("Tinos"); unicode-range: U+20-7E; }
@font-face { font-family: "Page Latin"; font-weight: 700; src: local("Times New Roman Bold"), local("Liberation Serif Bold"), local("Tinos Bold"); unicode-range: U+20-7E; }
.page { color: #000; font: 12pt/1.95 "Page Latin", SimSun, 宋体, "Songti SC", "Noto Serif CJK SC", serif; text-align: justify; text-autospace: normal; line-break: strict; overflow-wrap: anywhere; orphans: 1; widows: 1; }
.page p, .page h1, .page h2, .page h3, .page h4, .page h5, .page h6 { margin: 0; font-size: 12pt; font-weight: 400; text-indent: 2em; }
.page a { color: inherit; text-decoration: none; }
.page sub, .page sup { font-size: 66%; line-height: 0; }
.page .AnnCode { display: flex; justify-content: space-between; text-indent: 0; }
.page .Title { font-size: 18pt; font-weight: 700; text-align: center; text-indent: 0; break-after: avoid; }
.page .Guarantee { margin-block: 7.8pt; font-family: "Page Latin", KaiTi, 楷体, "Kaiti SC", "AR PL UKai CN", serif; font-weight: 700; break-inside: avoid; }
.page .ReplyLead { break-after: avoid; }
.page h1, .page h2 { font-family: "Page Latin", SimHei, 黑体, "Heiti SC", "Noto Sans CJK SC", sans-serif; font-weight: 700; }
.page h1 { margin-block: 12pt 6pt; font-size: 14pt; text-align: left; text-indent: 0; }
.page h1.PartHeading { font-size: 15pt; }
.page h3, .page h4 { font-weight: 700; }
.page h1, .page h2, .page h3, .page h4, .page h5, .page h6, .page .ReplyLabel { break-after: avoid; orphans: 9; widows: 9; }
.page .ReplyLabel { font-weight: 700; }
.page .QuestionText { font-family: "Page Latin", KaiTi, 楷体, "Kaiti SC", "AR PL UKai CN", serif; font-weight: 700; }
.page .TableUnit { margin-block: 3pt 1pt; font-size: 10.5pt; line-height: 1.3; text-align: right; text-indent: 0; break-after: avoid; }
.page .TableNote { margin-block: 2pt; font-size: 10.5pt; line-height: 1.625; }
.page .AfterTable { height: 6pt; font-size: 5pt; line-height: 6pt; text-indent: 0; }
.page .Figure { text-align: center; text-indent: 0; break-inside: avoid; break-after: avoid; }
.page .Figure svg, .page .Figure img { max-width: 100%; height: auto; }
.page .FigureSource { font-size: 10.5pt; line-height: 1.3; text-align: center; text-indent: 0; }
.page .SignOff { padding-right: 2em; text-align: right; text-indent: 0; break-before: avoid; break-inside: avoid; }
.page .DocumentNo { text-align: center; text-indent: 0; }
.page .Addressee { text-indent: 0; }
.page .align-left { text-align: left; } .page .align-center { text-align: center; text-indent: 0; } .page .align-right { text-align: right; text-indent: 0; }
.page .list-item { text-indent: -21pt; }
${Array.from({ length: 9 }, (_, depth) => `.page .depth-${depth} { padding-left: ${21 + 24 * (depth + 1)}pt; }`).join('\n')}
.page .mark { display: inline-block; width: 21pt; text-indent: 0; }
.page .revised { font-family: "Page Latin", KaiTi, 楷体, "Kaiti SC", "AR PL UKai CN", serif; font-weight: 700; }
.page .exempt { background: #d9d9d9; text-decoration: underline wavy 0.5pt; }
.page .changed { box-shadow: 6pt 0 0 -4.5pt #000; } .page tr.changed { box-shadow: none; } .page tr.changed > :last-child { border-right-width: 4.5pt; }
.page .margin-number { position: relative; height: 0; break-after: avoid; }
.page .margin-number span { position: absolute; right: calc(100% + 6pt); font-size: 9pt; white-space: nowrap; }
.page .page-break { break-after: page; }
.page .tab { display: inline-block; width: 2em; }
.page table { width: 100%; border-collapse: collapse; table-layout: fixed; text-align: left; text-indent: 0; }
.page td, .page th { box-sizing: border-box; padding: 1.4pt 2.4pt; border: 0.5pt solid #000; height: 17pt; vertical-align: middle; font-weight: 400; }
.page p:empty::before { content: "\\a0"; }
.page td p, .page th p { font-size: inherit; font-weight: inherit; line-height: 1.3; text-align: inherit; text-indent: 0; }
.page .size-m { font-size: 10.5pt; } .page .size-s { font-size: 9pt; } .page .size-xs { font-size: 7.5pt; }
.page th { background: #d9d9d9; }
.page th, .page .total { font-weight: 700; }
.page th.head, .page .center { text-align: center; } .page td.left { text-align: left; } .page td.number { text-align: right; white-space: nowrap; }
.page tr.whole { break-inside: avoid; } .page tr.keep { break-after: avoid; } .page thead { break-inside: avoid; }
${writeWideTables(TEXT_WIDTH_TWIPS)}
.page .notes { margin: 6pt 0 3pt; padding: 3pt 0 0 1.5em; font-size: 9pt; line-height: 1.3; break-before: avoid; break-inside: avoid; }
.page .notes::before { content: ""; display: block; width: 25%; margin: -3pt 0 3pt -1.5em; border-top: 0.5pt solid #000; }
`;
