import { ChevronLeft, ChevronRight, ScanText } from 'lucide-react';
import { useState } from 'react';
import { TextArea, TextField } from 'react-aria-components';
import type { ChosenFile } from '../../../shared/ipc/host';
import { Button, IconButton } from '../../ui/Button';
import { CheckField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { ProgressLine } from '../../ui/ProgressLine';
import { PagePicture } from './PagePicture';
import { useScanText } from './useScanText';
import './scan.css';

/** The words of a scan's pages, and whether each was read against its picture. */
export type ScannedText = { text: string; confirmed: boolean }[];

/** A scan's pages as pictures beside their words: recognised and then checked, or typed. */
export function ScanDesk({ file, pages, onRead }: { file: ChosenFile; pages: number; onRead: (text: ScannedText) => void }) {
  const { say } = useWords();
  const [at, setAt] = useState(1);
  const { texts, job, recognise, stop, setText, setConfirmed } = useScanText(file, pages);
  const page = texts[at - 1]!;
  const isEmpty = texts.every(({ text }) => text.trim() === '');
  return (
    <div className="scan">
      <p className="faint">{say('scan.note')}</p>
      <div className="scan-bar">
        <IconButton icon={ChevronLeft} label={say('scan.previous')} isDisabled={at === 1} onPress={() => setAt(at - 1)} />
        <span>
          {say('desk.page', { page: at })} / {pages}
        </span>
        <IconButton icon={ChevronRight} label={say('scan.next')} isDisabled={at === pages} onPress={() => setAt(at + 1)} />
        <span className="scan-space" />
        {job ? (
          <Button onPress={stop}>{say('scan.cancel')}</Button>
        ) : (
          <Button icon={ScanText} onPress={recognise}>
            {say('scan.recognise')}
          </Button>
        )}
        <Button
          kind="primary"
          isDisabled={isEmpty || job !== null}
          onPress={() => onRead(texts.map(({ text, confirmed }) => ({ text, confirmed })))}
        >
          {say('scan.read')}
        </Button>
      </div>
      {job?.status === 'running' ? <ProgressLine step={job.step || say('scan.recognise')} done={job.done} total={job.total} /> : null}
      <div className="scan-panes">
        <PagePicture key={at} file={file.token} page={at} />
        <div className="scan-words">
          <TextField
            className="scan-field"
            aria-label={say('scan.text', { page: at })}
            value={page.text}
            onChange={(text) => setText(at, text)}
          >
            <TextArea className="input scan-text" lang="zh-CN" />
          </TextField>
          <div className="scan-foot">
            <CheckField label={say('scan.confirmed')} value={page.confirmed} onChange={(confirmed) => setConfirmed(at, confirmed)} />
            {page.text !== '' && !page.confirmed ? <span className="chip text-doubt">{say('desk.toConfirm')}</span> : null}
            {page.confidence === null ? null : <span className="small faint">{say('scan.confidence', { percent: page.confidence })}</span>}
          </div>
        </div>
      </div>
    </div>
  );
}
