import type { Letter, LetterPage } from '../../../../shared/domain/letter';
import { call } from '../../../ipc/client';
import { Button } from '../../../ui/Button';
import { useWords } from '../../../ui/language';
import { Notice } from '../../../ui/Notice';
import { useRun, useShowUndoable } from '../../../workspace/useRun';

/** Pages of a letter that came as pictures, each marked until somebody has read it against its picture. */
export function PagesToConfirm({ letter, pages }: { letter: Letter; pages: readonly LetterPage[] }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const unread = pages.filter(({ confirmed }) => !confirmed).length;
  const confirm = ({ page, confirmed }: LetterPage) =>
    run(async () => {
      await call('letter:confirmPage', { letterId: letter.letterId, page, confirmed: !confirmed });
      showUndoable(say('desk.corrected', { what: say('desk.page', { page }) }));
    });
  return (
    <Notice kind={unread > 0 ? 'doubt' : 'info'}>
      {unread > 0 ? <p>{say('desk.pagesToConfirm', { count: unread })}</p> : null}
      <p className="desk-pages">
        {pages.map((page) => (
          <Button key={page.page} kind="quiet" onPress={() => confirm(page)}>
            {say('desk.page', { page: page.page })} · {page.confirmed ? say('desk.confirm') : say('desk.toConfirm')}
          </Button>
        ))}
      </p>
    </Notice>
  );
}
