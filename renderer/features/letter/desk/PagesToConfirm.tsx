import { useState } from 'react';
import type { Letter, LetterPage } from '../../../../shared/domain/letter';
import { call } from '../../../ipc/client';
import { AppDialog } from '../../../ui/AppDialog';
import { Button } from '../../../ui/Button';
import { useWords } from '../../../ui/language';
import { Notice } from '../../../ui/Notice';
import { PagePicture } from '../../../workspace/scan/PagePicture';
import { useRun, useShowUndoable } from '../../../workspace/useRun';

/** Pages of a letter that came as pictures, each marked until somebody has read it against its picture. */
export function PagesToConfirm({ letter, pages }: { letter: Letter; pages: readonly LetterPage[] }) {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const [shown, setShown] = useState<number | null>(null);
  const open = pages.find(({ page }) => page === shown);
  const unread = pages.filter(({ confirmed }) => !confirmed).length;
  const confirm = ({ page, confirmed }: LetterPage) =>
    run(async () => {
      setShown(null);
      await call('letter:confirmPage', { letterId: letter.letterId, page, confirmed: !confirmed });
      showUndoable(say('desk.corrected', { what: say('desk.page', { page }) }));
    });
  return (
    <Notice kind={unread > 0 ? 'doubt' : 'info'}>
      {unread > 0 ? <p>{say('desk.pagesToConfirm', { count: unread })}</p> : null}
      <p className="desk-pages">
        {pages.map((page) => (
          <Button key={page.page} kind="quiet" onPress={() => setShown(page.page)}>
            {say('desk.page', { page: page.page })} · {page.confirmed ? say('desk.confirm') : say('desk.toConfirm')}
          </Button>
        ))}
      </p>
      {open ? (
        <AppDialog
          title={say('desk.page', { page: open.page })}
          onClose={() => setShown(null)}
          full
          foot={
            <Button kind="primary" onPress={() => confirm(open)}>
              {open.confirmed ? say('desk.unconfirm') : say('desk.confirm')}
            </Button>
          }
        >
          <div className="desk-page">
            <PagePicture letterId={letter.letterId} page={open.page} />
            <pre lang="zh-CN">{open.text}</pre>
          </div>
        </AppDialog>
      ) : null}
    </Notice>
  );
}
