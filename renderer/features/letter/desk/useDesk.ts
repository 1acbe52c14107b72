import { useState } from 'react';
import type { ItemId, QuestionId } from '../../../../shared/domain/ids';
import type { Ask, Item, Letter, Question, Verification } from '../../../../shared/domain/letter';
import { message } from '../../../../shared/domain/message';
import type { Correction } from '../../../../shared/letter/correct/correction';
import { locateItems } from '../../../../shared/letter/correct/itemPlaces';
import { call } from '../../../ipc/client';
import { useWords } from '../../../ui/language';
import { showHint } from '../../../ui/toasts';
import type { DeskCommand } from '../../../workspace/deskKeys';
import { flushReply } from '../../../workspace/replyBridge';
import type { LinkTarget } from '../../../../shared/catalogue/nameTarget';
import { useRun, useShowUndoable } from '../../../workspace/useRun';
import type { AskAction } from './AskList';

/** Where an ask is split when nobody placed a caret in it: behind its first joint. */
const FIRST_JOINT = /[、，；]|以及|及|和/;

/** The dialog a correction asks its words with. */
export type DeskDialog =
  | { name: 'renumber' | 'setTitle' | 'setPartHeading' | 'setText' | 'assign' }
  | { name: 'verification'; verification: Verification | null }
  | { name: 'ask'; ask: Ask | null };

/** What is in hand at the caret: the question, the item the caret stands in, and the asks of either. */
export type InHand = { question: Question | null; item: Item | null; asks: readonly Ask[] };

export type Desk = ReturnType<typeof useDesk>;

/** The caret in a letter's questions and what its commands do. */
export function useDesk(letter: Letter, asks: readonly Ask[]) {
  const { say, sayMessage } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const [caret, setCaret] = useState<{ questionId: QuestionId; at: number } | null>(null);
  const [dialog, setDialog] = useState<DeskDialog | null>(null);
  const inHand = findInHand(letter, asks, caret);
  const { question, item } = inHand;

  function correct(correction: Correction) {
    setDialog(null);
    run(async () => {
      await flushReply();
      await call('letter:correct', { correction });
      showUndoable(say('desk.corrected', { what: sayMessage(message(`correction.${correction.type}`)) }));
    });
  }

  function assign(targets: LinkTarget[], owner: string | null) {
    setDialog(null);
    run(async () => {
      await call('item:assign', { targets, owner });
      showUndoable(say('desk.assigned', { count: targets.length }));
    });
  }

  function runCommand(command: DeskCommand) {
    if (command === 'assign') return setDialog({ name: 'assign' });
    if (!question || !caret) return showHint(say('desk.openFirst'));
    const { questionId } = question;
    switch (command) {
      case 'splitItem':
      case 'splitQuestion':
        return correct({ type: command, questionId, at: caret.at });
      case 'mergeItems':
        return item ? correct({ type: command, questionId, itemId: item.itemId }) : showHint(say('desk.noItem'));
      case 'mergeQuestions':
        return correct({ type: command, questionId });
      case 'setVerification':
        return setDialog({ name: 'verification', verification: null });
      case 'addAsk':
        return setDialog({ name: 'ask', ask: null });
      case 'renumber':
      case 'setTitle':
      case 'setPartHeading':
      case 'setText':
        return setDialog({ name: command });
    }
  }

  function runAskAction(action: AskAction, ask: Ask | null) {
    if (action === 'add' || !ask) return action === 'add' ? setDialog({ name: 'ask', ask: null }) : undefined;
    const { questionId, askId, object } = ask;
    switch (action) {
      case 'edit':
        return setDialog({ name: 'ask', ask });
      case 'split': {
        const joint = FIRST_JOINT.exec(object);
        return correct({ type: 'splitAsk', questionId, askId, at: joint ? joint.index + joint[0].length : 0 });
      }
      case 'merge':
        return correct({ type: 'mergeAsks', questionId, askId });
      case 'remove':
        return correct({ type: 'removeAsk', questionId, askId });
    }
  }

  function openVerification(questionId: QuestionId, verification: Verification) {
    if (question?.questionId !== questionId) setCaret({ questionId, at: 0 });
    setDialog({ name: 'verification', verification });
  }

  return {
    caret,
    setCaret,
    inHand,
    dialog,
    closeDialog: () => setDialog(null),
    correct,
    assign,
    runCommand,
    runAskAction,
    openVerification,
  };
}

function findInHand({ questions }: Letter, asks: readonly Ask[], caret: { questionId: QuestionId; at: number } | null): InHand {
  const question = questions.find(({ questionId }) => questionId === caret?.questionId) ?? null;
  if (!question || !caret) return { question: null, item: null, asks: [] };
  const item = locateItems(question).findLast(({ start, end }) => start <= caret.at && caret.at <= end)?.item ?? null;
  const itemId: ItemId | null = item?.itemId ?? null;
  return { question, item, asks: asks.filter((ask) => ask.questionId === question.questionId && ask.itemId === itemId) };
}
