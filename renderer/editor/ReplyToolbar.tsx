import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import {
  AlignCenter,
  AlignLeft,
  AlignRight,
  Bold,
  Hash,
  Italic,
  type LucideIcon,
  Redo2,
  Search,
  Subscript,
  Superscript,
  Table2,
  Underline,
  Undo2,
} from 'lucide-react';
import {
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  FORMAT_TEXT_COMMAND,
  mergeRegister,
  REDO_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import { type ReactNode, useEffect, useState } from 'react';
import { Toolbar } from 'react-aria-components';
import { IconButton, IconToggle } from '../ui/Button';
import { ChoiceField } from '../ui/fields';
import { useWords } from '../ui/language';
import { $getBlockKind, $getSelectedBlocks, $turnSelectionInto, BLOCK_KINDS, type BlockKind } from './blocks/turnInto';
import { STORED_FORMATS } from './mapping/textStyle';
import { InsertMenu, type Insertion } from './InsertMenu';
import './toolbar.css';

const STYLES = [
  { format: 'bold', icon: Bold, keys: 'Ctrl+B', word: 'reply.bold' },
  { format: 'italic', icon: Italic, keys: 'Ctrl+I', word: 'reply.italic' },
  { format: 'underline', icon: Underline, keys: 'Ctrl+U', word: 'reply.underline' },
  { format: 'subscript', icon: Subscript, keys: 'Ctrl+Alt+-', word: 'reply.subscript' },
  { format: 'superscript', icon: Superscript, keys: 'Ctrl+Alt+=', word: 'reply.superscript' },
] as const satisfies readonly { format: TextFormatType; icon: LucideIcon; keys: string; word: string }[];

const ALIGNMENTS = [
  { align: 'left', icon: AlignLeft, word: 'reply.alignLeft' },
  { align: 'center', icon: AlignCenter, word: 'reply.alignCenter' },
  { align: 'right', icon: AlignRight, word: 'reply.alignRight' },
] as const;

type Alignment = (typeof ALIGNMENTS)[number]['align'];
type Standing = { kind: BlockKind | null; formats: readonly TextFormatType[]; align: string; canUndo: boolean; canRedo: boolean };

type ToolbarProps = {
  onLinkFigure: () => void;
  onInsertTable: () => void;
  onInsert: (insertion: Insertion) => void;
  onFind: () => void;
  /** Stands at the right end: zoom and what the screen adds. */
  children?: ReactNode;
};

/** Format and insertion, one row; arrow keys move within it. */
export function ReplyToolbar({ onLinkFigure, onInsertTable, onInsert, onFind, children }: ToolbarProps) {
  const { say } = useWords();
  const [editor] = useLexicalComposerContext();
  const standing = useStanding();
  const kinds = BLOCK_KINDS.map((value) => ({ value, label: say(`reply.block.${value}`) }));
  const setAlign = (align: Alignment | '') =>
    editor.update(() => {
      for (const block of $getSelectedBlocks()) if ($isParagraphNode(block)) block.setFormat(align);
    });
  const insertSymbol = (symbol: string) => {
    editor.update(() => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText(symbol);
    });
    editor.focus();
  };
  return (
    <Toolbar className="reply-toolbar" aria-label={say('reply.toolbar')}>
      <IconButton
        icon={Undo2}
        label={say('reply.undo')}
        keys="Ctrl+Z"
        isDisabled={!standing.canUndo}
        onPress={() => editor.dispatchCommand(UNDO_COMMAND, undefined)}
      />
      <IconButton
        icon={Redo2}
        label={say('reply.redo')}
        keys="Ctrl+Y"
        isDisabled={!standing.canRedo}
        onPress={() => editor.dispatchCommand(REDO_COMMAND, undefined)}
      />
      <span className="toolbar-gap" />
      <div className="toolbar-kind">
        <ChoiceField
          label={say('reply.block')}
          hideLabel
          value={standing.kind}
          choices={kinds}
          placeholder={say('reply.block')}
          onChange={(kind) => editor.update(() => $turnSelectionInto(kind))}
        />
      </div>
      <span className="toolbar-gap" />
      {STYLES.map(({ format, icon, keys, word }) => (
        <IconToggle
          key={format}
          icon={icon}
          label={say(word)}
          keys={keys}
          isSelected={standing.formats.includes(format)}
          onChange={() => editor.dispatchCommand(FORMAT_TEXT_COMMAND, format)}
        />
      ))}
      <span className="toolbar-gap" />
      {ALIGNMENTS.map(({ align, icon, word }) => (
        <IconToggle
          key={align}
          icon={icon}
          label={say(word)}
          isSelected={standing.align === align}
          isDisabled={standing.kind !== 'paragraph'}
          onChange={(on) => setAlign(on ? align : '')}
        />
      ))}
      <span className="toolbar-gap" />
      <IconButton icon={Hash} label={say('reply.linkFigure')} keys="Ctrl+L" onPress={onLinkFigure} />
      <IconButton icon={Table2} label={say('reply.insertTable')} keys="Ctrl+T" onPress={onInsertTable} />
      <InsertMenu onInsert={onInsert} onSymbol={insertSymbol} />
      <IconButton icon={Search} label={say('reply.find')} keys="Ctrl+F" onPress={onFind} />
      <span className="toolbar-rest" />
      {children}
    </Toolbar>
  );
}

/** What the toolbar shows of the selection; drawn again only when one of these changes. */
function useStanding(): Standing {
  const [editor] = useLexicalComposerContext();
  const [standing, setStanding] = useState<Standing>({ kind: null, formats: [], align: '', canUndo: false, canRedo: false });
  useEffect(() => {
    const put = (part: Partial<Standing>) =>
      setStanding((old) =>
        Object.entries(part).every(([key, value]) => isSame(old[key as keyof Standing], value)) ? old : { ...old, ...part },
      );
    return mergeRegister(
      editor.registerUpdateListener(({ editorState }) => put(editorState.read($readStanding))),
      editor.registerCommand(CAN_UNDO_COMMAND, (canUndo) => (put({ canUndo }), false), COMMAND_PRIORITY_LOW),
      editor.registerCommand(CAN_REDO_COMMAND, (canRedo) => (put({ canRedo }), false), COMMAND_PRIORITY_LOW),
    );
  }, [editor]);
  return standing;
}

function $readStanding(): Pick<Standing, 'kind' | 'formats' | 'align'> {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return { kind: null, formats: [], align: '' };
  const blocks = $getSelectedBlocks();
  const kinds = new Set(blocks.map($getBlockKind));
  const [first] = blocks;
  return {
    kind: kinds.size === 1 ? [...kinds][0]! : null,
    formats:
      selection.format & STORED_FORMATS ? STYLES.filter(({ format }) => selection.hasFormat(format)).map(({ format }) => format) : [],
    align: $isParagraphNode(first) ? first.getFormatType() : '',
  };
}

function isSame(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && a.join() === b.join());
}
