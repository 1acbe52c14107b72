import { PARAGRAPH_STYLES } from '../filingBlock';
import { PAGE, TEXT_WIDTH_TWIPS } from '../pageGeometry';
import type { MappedTemplate } from '../template/documentTemplate';
import type { StyleLook } from '../template/styleLook';
import { writeWideTables } from './pageStyles';

/** The sheet of a document as it stands upright, in twips. */
export type PageSheet = { widthTwips: number; heightTwips: number; top: number; bottom: number; left: number; right: number };

/** What a document's pages look like beyond the house format: rules that follow `PAGE_CSS`, none for the house format itself. */
export type PageLook = { sheet: PageSheet; css: string };

/** The house format. */
export const HOUSE_LOOK: PageLook = {
  sheet: {
    widthTwips: PAGE.widthTwips,
    heightTwips: PAGE.heightTwips,
    top: PAGE.marginTopTwips,
    bottom: PAGE.marginTopTwips,
    left: PAGE.marginSideTwips,
    right: PAGE.marginSideTwips,
  },
  css: '',
};

/** Pages in a company's own template: its sheet, and its styles for ours that are mapped. */
export function lookLike({ template: { page, looks }, mapping }: MappedTemplate): PageLook {
  const { widthTwips, heightTwips, top, bottom, left, right } = page;
  const rules = PARAGRAPH_STYLES.flatMap((style) => {
    const look = looks.get(mapping[style] ?? '');
    return look === undefined ? [] : [`.page .${style} { ${writeLook(look)} }`];
  });
  const line = widthTwips - left - right;
  const wide = line === TEXT_WIDTH_TWIPS ? [] : [writeWideTables(line)];
  return { sheet: { widthTwips, heightTwips, top, bottom, left, right }, css: [...rules, ...OWN_ALIGNMENT, ...wide].join('\n') };
}

/** What a writer aligned stays so. */
const OWN_ALIGNMENT = ['left', 'center', 'right'].map((align) => `.page .align-${align} { text-align: ${align}; }`);

/** One single line of 宋体 is 1.3 em high. */
const SINGLE_LINE = 1.3;

function writeLook(look: StyleLook): string {
  const points = (twips: number) => `${twips / 20}pt`;
  const { firstLine, line } = look;
  const declarations: Record<string, string> = {
    'font-family': writeFonts(look),
    'font-size': `${look.halfPoints / 2}pt`,
    'font-weight': look.bold ? '700' : '400',
    'font-style': look.italic ? 'italic' : 'normal',
    color: look.colour === null ? '#000' : `#${look.colour}`,
    'text-align': look.align,
    'text-indent': 'characters' in firstLine ? `${firstLine.characters}em` : points(firstLine.twips),
    'line-height': 'times' in line ? String(line.times * SINGLE_LINE) : points(line.exactly),
    'margin-block': `${points(look.before)} ${points(look.after)}`,
    'padding-inline': `${points(look.left)} ${points(look.right)}`,
    'break-after': look.keepNext ? 'avoid' : 'auto',
  };
  return Object.entries(declarations)
    .map(([property, value]) => `${property}: ${value};`)
    .join(' ');
}

/** Names by which other systems know the fonts Chinese documents are written in. */
const ALSO_CALLED: Readonly<Record<string, string>> = {
  宋体: 'SimSun, 宋体, "Songti SC", "Noto Serif CJK SC", serif',
  黑体: 'SimHei, 黑体, "Heiti SC", "Noto Sans CJK SC", sans-serif',
  楷体: 'KaiTi, 楷体, "Kaiti SC", "AR PL UKai CN", serif',
  仿宋: 'FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", serif',
};
const ENGLISH: Readonly<Record<string, string>> = { SimSun: '宋体', SimHei: '黑体', KaiTi: '楷体', FangSong: '仿宋' };

function writeFonts({ latinFont, eastAsianFont }: StyleLook): string {
  const latin = latinFont === null || latinFont === 'Times New Roman' ? '"Page Latin"' : quote(latinFont);
  const plain = (eastAsianFont ?? '宋体').replace(/_GB2312$/, '');
  const known = ALSO_CALLED[ENGLISH[plain] ?? plain];
  return `${latin}, ${known ?? `${quote(eastAsianFont!)}, ${ALSO_CALLED.宋体}`}`;
}

/** A name from a file as a string of CSS: letters, digits and what stands in names of fonts alone. */
function quote(font: string): string {
  return `"${font.replaceAll(/[^\p{L}\p{N} ._@+-]/gu, '')}"`;
}
