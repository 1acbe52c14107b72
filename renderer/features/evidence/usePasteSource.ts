import type { ClipboardEvent } from 'react';
import { getInlineText } from '../../../shared/domain/reply';
import type { PastedBlock } from '../../editor/paste/pastedBlock';
import { parseClipboardHtml, readHtml } from '../../editor/paste/readHtml';
import { readPlainText } from '../../editor/paste/readPlainText';
import { call } from '../../ipc/client';
import { useWords } from '../../ui/language';
import { showHint } from '../../ui/toasts';
import { useRun, useShowUndoable } from '../../workspace/useRun';

/** Pasting into the evidence: tables of Excel, WPS, Word or a browser become a source of their own. A field that is typed into keeps its paste. */
export function usePasteSource(): (event: ClipboardEvent) => void {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  return (event) => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
    const html = event.clipboardData.getData('text/html');
    const plain = event.clipboardData.getData('text/plain');
    if (html === '' && plain === '') return;
    event.preventDefault();
    const { blocks } = html === '' ? readPlainText(plain) : readHtml(parseClipboardHtml(html));
    if (!blocks.some((block) => block.type === 'grid')) {
      showHint(say('evidence.pasteNoTable'));
      return;
    }
    run(async () => {
      const source = await call('source:paste', { parts: blocks.map(toPart), received: html || plain, disclosed: false });
      showUndoable(say('evidence.pasted', { name: source.fileName, count: source.tableCount }));
    });
  };
}

function toPart(block: PastedBlock) {
  if (block.type !== 'grid') return { type: 'paragraph' as const, text: getInlineText(block.inlines).slice(0, 2_000) };
  return { type: 'table' as const, cells: block.cells, spansKnown: block.spansKnown };
}
