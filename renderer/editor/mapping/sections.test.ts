import * as fc from 'fast-check';
import { $getRoot } from 'lexical';
import { describe, expect, it } from 'vitest';
import { LOAD_TAG } from '../blocks/updateTags';
import { anySections } from '../testing/arbitraries';
import { change, openHeadlessReply, readReply } from '../testing/headlessReply';
import { $writeSections } from './sections';

describe('sections in the editor', () => {
  it('come out exactly as they went in, whatever blocks and inlines they hold', () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        expect(readReply(openHeadlessReply(sections))).toEqual(sections);
      }),
    );
  });

  it('are equally exact after the editor state went through JSON', () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const editor = openHeadlessReply(sections);
        const json = JSON.stringify(editor.getEditorState().toJSON());
        editor.setEditorState(editor.parseEditorState(json));
        expect(readReply(editor)).toEqual(sections);
      }),
    );
  });

  it('are replaced whole by others, and blocks that stayed keep their nodes', () => {
    fc.assert(
      fc.property(anySections, anySections, (before, after) => {
        const editor = openHeadlessReply(before);
        change(editor, () => $writeSections(after), LOAD_TAG);
        expect(readReply(editor)).toEqual(after);
        const keys = editor.read(() => [...$getRoot().getAllTextNodes()].map((node) => node.getKey()));
        change(editor, () => $writeSections(structuredClone(after)), LOAD_TAG);
        expect(editor.read(() => [...$getRoot().getAllTextNodes()].map((node) => node.getKey()))).toEqual(keys);
      }),
    );
  });
});
