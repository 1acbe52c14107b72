import { RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { LetterId } from '../../../shared/domain/ids';
import { call } from '../../ipc/client';
import { useBlobUrl } from '../../ipc/useBlobUrl';
import { IconButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { turnPicture } from './turnPicture';

type PagePictureProps = { file?: string; letterId?: LetterId; page: number };

/** One page of a scan, of a file before it is a letter or of a stored letter; it can be turned, and says when not all of it could be drawn. */
export function PagePicture({ file, letterId, page }: PagePictureProps) {
  const { say, sayError } = useWords();
  const [quarters, setQuarters] = useState(0);
  const [isDrawn, setDrawn] = useState(true);
  const { url, error } = useBlobUrl(`${file ?? letterId} ${page} ${quarters}`, async () => {
    const picture = await call('scan:page', { file: file ?? null, letterId: letterId ?? null, page });
    setDrawn(picture.isDrawn);
    return quarters === 0 ? picture : turnPicture(picture, quarters);
  });
  return (
    <div className="scan-page">
      {isDrawn ? null : <Notice kind="doubt">{say('scan.notDrawn')}</Notice>}
      <div className="scan-picture scroll" role="document" aria-label={say('desk.page', { page })} tabIndex={0}>
        {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
        {url ? <img src={url} alt={say('desk.page', { page })} /> : error ? null : <p className="faint">{say('scan.rendering')}</p>}
      </div>
      {url ? (
        <div className="scan-turn">
          <IconButton icon={RotateCw} label={say('scan.turn')} onPress={() => setQuarters((quarters + 1) % 4)} />
        </div>
      ) : null}
    </div>
  );
}
