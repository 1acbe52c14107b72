import { useEffect, useState } from 'react';
import type { LetterId } from '../../../shared/domain/ids';
import type { ErrorValue } from '../../../shared/ipc/errors';
import { call, toErrorValue } from '../../ipc/client';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';

type PagePictureProps = { file?: string; letterId?: LetterId; page: number };

/** One page of a scan, of a file before it is a letter or of a stored letter. */
export function PagePicture({ file, letterId, page }: PagePictureProps) {
  const { say, sayError } = useWords();
  const [state, setState] = useState<{ url: string | null; error: ErrorValue | null }>({ url: null, error: null });
  useEffect(() => {
    let url: string | null = null;
    let isCurrent = true;
    const read = async () => {
      try {
        const { bytes, mime } = await call('scan:page', { file: file ?? null, letterId: letterId ?? null, page });
        if (!isCurrent) return;
        url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: mime }));
        setState({ url, error: null });
      } catch (error) {
        if (isCurrent) setState({ url: null, error: toErrorValue(error) });
      }
    };
    void read();
    return () => {
      isCurrent = false;
      if (url) URL.revokeObjectURL(url);
    };
  }, [file, letterId, page]);
  return (
    <div className="scan-picture scroll" role="document" aria-label={say('desk.page', { page })} tabIndex={0}>
      {state.error ? <Notice kind="error">{sayError(state.error)}</Notice> : null}
      {state.url ? (
        <img src={state.url} alt={say('desk.page', { page })} />
      ) : state.error ? null : (
        <p className="faint">{say('scan.rendering')}</p>
      )}
    </div>
  );
}
