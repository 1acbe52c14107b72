import { describe, expect, it } from 'vitest';
import { formatNumber } from './numberFormats';
import { readDocx } from './readDocx';
import { buildDocx, p } from './testing/buildDocx';

const level = (ilvl: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

const numbering = `
  <w:abstractNum w:abstractNumId="0">
    ${level(0, 'chineseCountingThousand', '%1、', '<w:pStyle w:val="h2"/>')}
    ${level(1, 'chineseCounting', '（%2）')}
    ${level(2, 'decimal', '%3、')}
    ${level(3, 'decimal', '%1.%4', '<w:isLgl/>')}
  </w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'decimalEnclosedCircle', '%1')}${level(1, 'bullet', '&#xF06C;')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="2"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>`;

const styles =
  '<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
const item = (numId: number, ilvl: number) => p('文', `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);

function readLabels(body: string): string[] {
  return readDocx(buildDocx({ body, styles, numbering }), '编号.docx').parts.map((part) =>
    part.type === 'paragraph' ? part.text.slice(0, -1) : '',
  );
}

describe('automatic numbering', () => {
  it('is written out level by level, each level starting anew under the one above', () => {
    const body = [item(1, 0), item(1, 1), item(1, 2), item(1, 2), item(1, 1), item(1, 2), item(1, 0), item(1, 1)].join('');
    expect(readLabels(body)).toEqual(['一、', '（一）', '1、', '2、', '（二）', '1、', '二、', '（一）']);
  });

  it('comes from the style where the paragraph itself says nothing, and can be taken away', () => {
    const styled = (more = '') => p('文', `<w:pStyle w:val="h2"/>${more}`);
    const body = styled() + styled('<w:numPr><w:numId w:val="0"/></w:numPr>') + styled();
    expect(readLabels(body)).toEqual(['一、', '', '二、']);
  });

  it('goes on across lists of one definition and starts where an override says', () => {
    expect(readLabels([item(1, 2), item(2, 2), item(2, 2), item(1, 2)].join(''))).toEqual(['1、', '5、', '6、', '7、']);
  });

  it('shows Arabic digits on legal levels, circles, and bullets of symbol fonts', () => {
    expect(readLabels([item(1, 0), item(1, 3), item(3, 0), item(3, 1)].join(''))).toEqual(['一、', '1.1 ', '①', '● ']);
  });

  it('gives nothing for a list or level the document does not define', () => {
    expect(readLabels(item(99, 0) + item(3, 7))).toEqual(['', '']);
  });
});

describe('formatNumber', () => {
  it('counts in Chinese as Word does', () => {
    const cases: [number, string][] = [
      [1, '一'],
      [10, '十'],
      [11, '十一'],
      [20, '二十'],
      [101, '一百零一'],
      [110, '一百一十'],
      [1001, '一千零一'],
    ];
    for (const [n, text] of cases) expect(formatNumber(n, 'chineseCountingThousand')).toBe(text);
    expect(formatNumber(21, 'chineseLegalSimplified')).toBe('贰拾壹');
  });

  it('knows letters, Roman numerals and the enclosed forms with their limits', () => {
    const shown = (format: string, ...numbers: number[]) => numbers.map((n) => formatNumber(n, format));
    expect(shown('upperLetter', 1, 26, 27, 52)).toEqual(['A', 'Z', 'AA', 'ZZ']);
    expect(shown('lowerRoman', 4, 9, 14)).toEqual(['iv', 'ix', 'xiv']);
    expect(shown('decimalEnclosedCircle', 1, 20, 21, 36, 50, 51)).toEqual(['①', '⑳', '㉑', '㊱', '㊿', '51']);
    expect(shown('decimalEnclosedParen', 1, 21)).toEqual(['⑴', '(21)']);
    expect(formatNumber(1, 'hebrew1')).toBeNull();
  });
});
