/** First of the characters `SUPPLEMENT` stands for. */
const SUPPLEMENT_START = 0x2e80;

/**
 * The ideographs that U+2E80 to U+2EF3 are drawn like, in order (Unicode, Equivalent_Unified_Ideograph); an ideographic space where there is none.
 */
const SUPPLEMENT = Array.from(
  '\u3000厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵\u3000旡日月歺母' +
    '民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹' +
    '艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠' +
    '饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
);

/** Where NFKC gives an older form than the one printed in mainland texts. */
const PRINTED_FORM: Readonly<Record<string, string>> = { 戶: '户', 靑: '青' };

/** Dashes and brackets whose glyphs fonts share with those Chinese texts are written with. */
const PUNCTUATION: Readonly<Record<string, string>> = { '\u2015': '—', '\u2e3a': '——', '\u2e3b': '———', '\u2329': '〈', '\u232a': '〉' };

const SHARED_GLYPH = /[\u2e80-\u2ef3\u2f00-\u2fd5\u2015\u2e3a\u2e3b\u2329\u232a]/g;

/** The character a radical or mark is drawn like (⻓ is read as 长, ⽐ as 比), or itself. PDF writers store radicals because fonts share the glyph. */
function repairCharacter(radical: string): string {
  const mark = PUNCTUATION[radical];
  if (mark !== undefined) return mark;
  const code = radical.charCodeAt(0);
  if (code >= 0x2f00) {
    const folded = radical.normalize('NFKC');
    return PRINTED_FORM[folded] ?? folded;
  }
  const ideograph = SUPPLEMENT[code - SUPPLEMENT_START];
  return ideograph === undefined || ideograph === '\u3000' ? radical : ideograph;
}

/** `text` with radicals and odd marks read as the characters they are drawn like. Each repair is counted in `repairs` under "⻓→长". */
export function repairSharedGlyphs(text: string, repairs: Map<string, number>): string {
  return text.replace(SHARED_GLYPH, (radical) => {
    const repaired = repairCharacter(radical);
    if (repaired !== radical) repairs.set(`${radical}→${repaired}`, (repairs.get(`${radical}→${repaired}`) ?? 0) + 1);
    return repaired;
  });
}
