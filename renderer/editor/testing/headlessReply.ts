import { createHeadlessEditor } from '@lexical/headless';
import type { LexicalEditor } from 'lexical';
import type { Section } from '../../../shared/domain/reply';
import { LOAD_TAG } from '../blocks/updateTags';
import { $readSections, $writeSections } from '../mapping/sections';
import { REPLY_NODES, registerReplyRules } from '../replyNodes';

/** A headless editor holding a reply, with the rules of the real one. */
export function openHeadlessReply(sections: readonly Section[]): LexicalEditor {
  const editor = createHeadlessEditor({
    nodes: REPLY_NODES,
    onError: (error) => {
      throw error;
    },
  });
  registerReplyRules(editor);
  change(editor, () => $writeSections(sections), LOAD_TAG);
  return editor;
}

/** Runs one change and commits it. */
export function change(editor: LexicalEditor, fn: () => void, tag?: string): void {
  editor.update(fn, { discrete: true, ...(tag ? { tag } : {}) });
}

/** What the reply would be saved as. */
export function readReply(editor: LexicalEditor): Section[] {
  return editor.read($readSections);
}
