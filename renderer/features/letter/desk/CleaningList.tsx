import { useState } from 'react';
import type { LetterCleaning } from '../../../../shared/domain/letter';
import { sayPlace } from '../../../../shared/catalogue/sayPlace';
import { LinkButton } from '../../../ui/Button';
import { useWords } from '../../../ui/language';

/** What reading the letter cleaned away, with its place and the original, shown on demand. */
export function CleaningList({ cleaned }: { cleaned: readonly LetterCleaning[] }) {
  const { say, language } = useWords();
  const [open, setOpen] = useState(false);
  if (cleaned.length === 0) return <p className="small faint">{say('desk.cleanedNone')}</p>;
  return (
    <div className="desk-cleaned">
      <p className="small">
        {say('desk.cleaned', { count: cleaned.length })}{' '}
        <LinkButton aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? say('desk.hideOriginal') : say('desk.showOriginal')}
        </LinkButton>
      </p>
      {open ? (
        <ul className="scroll small">
          {cleaned.map(({ kind, line, page, original, kept }, index) => (
            <li key={index}>
              <span className="chip">{say(`cleaning.${kind}`)}</span>
              <span className="faint">
                {sayPlace(language, { ...(line === null ? {} : { line }), ...(page === null ? {} : { page }) })}
              </span>
              <q lang="zh-CN">{original}</q>
              <span aria-hidden>→</span>
              {kept === '' ? <span className="faint">{say('desk.removed')}</span> : <q lang="zh-CN">{kept}</q>}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
