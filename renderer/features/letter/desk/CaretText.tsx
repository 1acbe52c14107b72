import { type KeyboardEvent, useRef } from 'react';
import type { Question } from '../../../../shared/domain/letter';
import { listStops, locateItems } from '../../../../shared/letter/correct/itemPlaces';
import { DESK_KEYS, type DeskCommand } from '../../../workspace/deskKeys';
import { scrollIntoSight } from './scrollIntoSight';

type CaretTextProps = {
  label: string;
  question: Question;
  /** Where the caret stands; null when it is in another question. */
  at: number | null;
  onCaret: (at: number) => void;
  onCommand: (command: DeskCommand) => void;
};

const BY_KEY = new Map(Object.entries(DESK_KEYS).map(([command, key]) => [key.toLowerCase(), command as DeskCommand]));

/**
 * A question's words with a caret that is placed, not typed at: the words stay as printed, so one key is one correction, also while a Chinese input
 * method is on. Items are marked; the one in hand stands out.
 */
export function CaretText({ label, question, at, onCaret, onCommand }: CaretTextProps) {
  const box = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const moved = moveCaret(event.key, question, at ?? 0);
    const command = event.shiftKey ? undefined : BY_KEY.get(event.key.toLowerCase());
    if (moved === null && command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (moved !== null) onCaret(moved);
    else onCommand(command!);
  }

  return (
    <div
      ref={box}
      role="textbox"
      aria-readonly
      aria-multiline
      aria-label={label}
      tabIndex={0}
      className="desk-text"
      lang="zh-CN"
      onKeyDown={onKeyDown}
      onFocus={() => at === null && onCaret(0)}
      onClick={() => {
        const clicked = readClickedOffset(box.current!);
        if (clicked !== null) onCaret(clicked);
      }}
    >
      {cutAtCaret(question, at).map((piece) =>
        piece.caret ? (
          <span key={`caret${at}`} ref={scrollIntoSight} className="desk-caret" aria-hidden />
        ) : (
          <span key={piece.from} className={piece.item ? (piece.inHand ? 'desk-item in-hand' : 'desk-item') : undefined}>
            {question.text.slice(piece.from, piece.to)}
          </span>
        ),
      )}
    </div>
  );
}

type Piece = { caret: true } | { caret?: false; from: number; to: number; item: boolean; inHand: boolean };

/** The text in pieces: between items, items, and the caret among them. */
function cutAtCaret(question: Question, at: number | null): Piece[] {
  const places = locateItems(question);
  const bounds = new Set([0, question.text.length, ...places.flatMap(({ start, end }) => [start, end])]);
  if (at !== null) bounds.add(at);
  const sorted = [...bounds].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [index, from] of sorted.entries()) {
    if (from === at) pieces.push({ caret: true });
    const to = sorted[index + 1];
    if (to === undefined) continue;
    const place = places.find(({ start, end }) => start <= from && to <= end);
    const inHand = place !== undefined && at !== null && place.start <= at && at <= place.end;
    pieces.push({ from, to, item: place !== undefined, inHand });
  }
  return pieces;
}

/** Where a key moves the caret: by character, by sentence, to either end; null for other keys. */
export function moveCaret(key: string, question: Question, at: number): number | null {
  const stops = listStops(question);
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, at - 1);
    case 'ArrowRight':
      return Math.min(question.text.length, at + 1);
    case 'ArrowUp':
      return stops.findLast((stop) => stop < at) ?? 0;
    case 'ArrowDown':
      return stops.find((stop) => stop > at) ?? question.text.length;
    case 'Home':
      return 0;
    case 'End':
      return question.text.length;
    default:
      return null;
  }
}

function readClickedOffset(box: HTMLElement): number | null {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0 || !box.contains(selection.focusNode)) return null;
  const before = document.createRange();
  before.selectNodeContents(box);
  before.setEnd(selection.focusNode!, selection.focusOffset);
  return before.toString().length;
}
