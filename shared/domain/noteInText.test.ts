import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInlinesOfText, writeNoteInText } from './noteInText';

test('a note comes out of the text where it went in, breaks and all', () => {
  expect(readInlinesOfText(`收入${writeNoteInText('不含税')}增长\n主要系${writeNoteInText('见年报')}`)).toEqual([
    { type: 'text', text: '收入' },
    { type: 'footnote', note: '不含税' },
    { type: 'text', text: '增长' },
    { type: 'break' },
    { type: 'text', text: '主要系' },
    { type: 'footnote', note: '见年报' },
  ]);
});

test('whatever a note says, it is one note and the text around it stays', () => {
  const words = fc.string({ unit: fc.constantFrom('甲', '1', '\ufff9', '\ufffa', '\ufffb', ' '), maxLength: 8 });
  fc.assert(
    fc.property(words, (note) => {
      const inlines = readInlinesOfText(`前${writeNoteInText(note)}后`);
      expect(inlines.map((inline) => inline.type)).toEqual(['text', 'footnote', 'text']);
    }),
  );
});
