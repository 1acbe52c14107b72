import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { $getNearestNodeFromDOMNode, $isDecoratorNode, $createParagraphNode, mergeRegister } from 'lexical';
import { type MouseEvent, useEffect, useLayoutEffect, useState } from 'react';
import { useWords } from '../ui/language';
import { registerSelectionKeys } from './blocks/registerSelectionKeys';
import { registerScriptKeys } from './blocks/registerScriptKeys';
import { registerTyping } from './blocks/registerTyping';
import { type HeadingOffer, registerHeadings } from './headings/registerHeadings';
import { registerReplyRules } from './replyNodes';
import { registerSectionKeys } from './section/registerSectionKeys';
import { $isSectionNode } from './section/SectionNode';
import './page.css';
import './section/section.css';
import './figure/figure.css';
import './crossReference/reference.css';
import './listBlock/listBlock.css';
import './review/review.css';

/** The sheet of paper with the reply on it. `zoom` scales the document alone. */
export function ReplyPage({ zoom }: { zoom: number }) {
  const { say } = useWords();
  const [editor] = useLexicalComposerContext();
  const [offer, setOffer] = useState<HeadingOffer>(null);
  useLayoutEffect(
    () =>
      mergeRegister(
        registerReplyRules(editor),
        registerSelectionKeys(editor),
        registerTyping(editor),
        registerScriptKeys(editor),
        registerSectionKeys(editor),
        registerHeadings(editor, setOffer),
      ),
    [editor],
  );
  useEffect(() => {
    const element = offer && editor.getElementByKey(offer.blockKey);
    if (!element) return;
    const label = say(`reply.block.heading${offer.level}`);
    return showOffer(element, say('reply.headingOffer', { level: offer.level, label }));
  }, [editor, offer, say]);

  // A click below a section that ends with a table or a picture gives a paragraph to write in.
  const clickBelow = (event: MouseEvent<HTMLElement>) => {
    const sectionElement = event.target instanceof HTMLElement && event.target.closest<HTMLElement>('.reply-section');
    if (!sectionElement || sectionElement !== event.target) return;
    editor.update(() => {
      const section = $getNearestNodeFromDOMNode(sectionElement);
      if (!$isSectionNode(section) || !$isDecoratorNode(section.getLastChild())) return;
      const paragraph = $createParagraphNode();
      section.append(paragraph);
      paragraph.select();
    });
  };

  return (
    <div className="reply-desk">
      <div className="reply-sheet" style={{ zoom }} onClick={clickBelow}>
        <RichTextPlugin
          contentEditable={
            <ContentEditable className="reply-text" ariaLabel={say('reply.editor')} spellCheck={false} tabIndex={0} lang="zh-CN" />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
        <HistoryPlugin delay={800} />
      </div>
    </div>
  );
}

/** Writes an offer at the end of a line, drawn by CSS; returns the function that takes it off. */
function showOffer(line: HTMLElement, words: string): () => void {
  line.dataset.offer = words;
  return () => {
    delete line.dataset.offer;
  };
}
