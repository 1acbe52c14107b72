import { CircleCheck, CircleDashed, Eye, Hourglass, type LucideIcon, ShieldQuestion } from 'lucide-react';
import type { ItemStatus } from '../../shared/domain/letter';
import { useWords } from '../ui/language';
import './workspace.css';

/** Shape of every status, so that colour is never alone. */
const MARKS: Readonly<Record<ItemStatus, { icon: LucideIcon; tone: string }>> = {
  toWrite: { icon: CircleDashed, tone: 'faint' },
  awaitingDepartment: { icon: Hourglass, tone: 'text-doubt' },
  toReview: { icon: Eye, tone: '' },
  awaitingVerifier: { icon: ShieldQuestion, tone: 'text-doubt' },
  final: { icon: CircleCheck, tone: 'text-done' },
};

/** A status by shape, and by word unless the word is only read aloud. */
export function StatusMark({ status, iconOnly }: { status: ItemStatus; iconOnly?: boolean }) {
  const { say } = useWords();
  const { icon: Icon, tone } = MARKS[status];
  const word = say(`itemStatus.${status}`);
  return (
    <span className={`status-mark ${tone}`} title={iconOnly ? word : undefined}>
      <Icon size={14} aria-hidden />
      <span className={iconOnly ? 'visually-hidden' : 'small'}>{word}</span>
    </span>
  );
}
