import { useEffect, useRef, useState } from 'react';
import { sayPlace } from '../../../../shared/catalogue/sayPlace';
import type { SourceId } from '../../../../shared/domain/ids';
import type { ParagraphOrigin } from '../../../../shared/domain/tableOrigin';
import { call } from '../../../ipc/client';
import { useBlobUrl } from '../../../ipc/useBlobUrl';
import { useQuery } from '../../../ipc/useQuery';
import { AppDialog } from '../../../ui/AppDialog';
import { Button } from '../../../ui/Button';
import { useWords } from '../../../ui/language';
import { Notice } from '../../../ui/Notice';
import { Paragraphs } from './Paragraphs';
import './origin.css';

type SourceTextDialogProps = { sourceId: SourceId; paragraph: string; onClose: () => void };

/** A paragraph of a source where it stands: the text around it and, of a file with pages, its page. */
export function SourceTextDialog({ sourceId, paragraph, onClose }: SourceTextDialogProps) {
  const { say, sayError } = useWords();
  const { value: found, error } = useQuery('origin:paragraph', { sourceId, paragraph });
  const [withPage, setWithPage] = useState(false);
  const page = found?.place.page;
  return (
    <AppDialog
      title={found ? say('origin.around', { name: found.fileName }) : say('shell.loading')}
      onClose={onClose}
      wide
      foot={
        <>
          {page === undefined || withPage ? null : <Button onPress={() => setWithPage(true)}>{say('origin.showPage')}</Button>}
          <Button kind="primary" autoFocus onPress={onClose}>
            {say('shell.close')}
          </Button>
        </>
      }
    >
      {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
      {found ? <Surroundings found={found} /> : null}
      {withPage && page !== undefined ? <PagePicture sourceId={sourceId} page={page} /> : null}
    </AppDialog>
  );
}

function Surroundings({ found }: { found: ParagraphOrigin }) {
  const { say, language } = useWords();
  const hit = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    hit.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <>
      <p className="small faint">{sayPlace(language, found.place)}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls. */}
      <div
        className="source-text origin-text scroll"
        role="document"
        aria-label={say('origin.name', { name: found.fileName })}
        tabIndex={0}
      >
        <Paragraphs texts={found.before} tableWord={say('origin.aTable')} />
        <p ref={hit}>
          <mark aria-label={say('origin.hit')}>{found.text}</mark>
        </p>
        <Paragraphs texts={found.after} tableWord={say('origin.aTable')} />
      </div>
    </>
  );
}

function PagePicture({ sourceId, page }: { sourceId: SourceId; page: number }) {
  const { say, sayError } = useWords();
  const { url, error } = useBlobUrl(`${sourceId} ${page}`, () => call('origin:page', { sourceId, page }));
  if (error) return <Notice kind="error">{sayError(error)}</Notice>;
  return url ? (
    <div className="origin-page">
      <img src={url} alt={say('desk.page', { page })} />
    </div>
  ) : (
    <p className="faint">{say('origin.reading')}</p>
  );
}
