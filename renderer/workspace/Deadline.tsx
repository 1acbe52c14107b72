import { CalendarClock, CircleAlert } from 'lucide-react';
import { useWords } from '../ui/language';
import './workspace.css';

/** Days left until the reply is due; near and past dates stand out by sign and colour. */
export function Deadline({ dueOn, daysLeft }: { dueOn: string | null; daysLeft: number | null }) {
  const { say } = useWords();
  if (dueOn === null) return <span className="faint">{say('shell.noDue')}</span>;
  if (daysLeft === null) return <span>{say('shell.dueOn', { date: dueOn })}</span>;
  const near = daysLeft <= 1;
  const Icon = near ? CircleAlert : CalendarClock;
  const words =
    daysLeft < 0
      ? say('shell.overdue', { days: -daysLeft })
      : daysLeft === 0
        ? say('shell.dueToday')
        : say('shell.daysLeft', { days: daysLeft });
  return (
    <span className={near ? 'deadline text-error' : 'deadline'} title={say('shell.dueOn', { date: dueOn })}>
      <Icon size={16} aria-hidden />
      {words}
    </span>
  );
}
