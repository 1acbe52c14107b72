import type { LetterId } from '../../../shared/domain/ids';
import { call } from '../../ipc/client';
import { useBlobUrl } from '../../ipc/useBlobUrl';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';

type PagePictureProps = { file?: string; letterId?: LetterId; page: number };

/** One page of a scan, of a file before it is a letter or of a stored letter. */
export function PagePicture({ file, letterId, page }: PagePictureProps) {
  const { say, sayError } = useWords();
  const { url, error } = useBlobUrl(`${file ?? letterId} ${page}`, () =>
    call('scan:page', { file: file ?? null, letterId: letterId ?? null, page }),
  );
  return (
    <div className="scan-picture scroll" role="document" aria-label={say('desk.page', { page })} tabIndex={0}>
      {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
      {url ? <img src={url} alt={say('desk.page', { page })} /> : error ? null : <p className="faint">{say('scan.rendering')}</p>}
    </div>
  );
}
