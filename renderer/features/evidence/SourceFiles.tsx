import { Download } from 'lucide-react';
import type { Source } from '../../../shared/domain/dataTable';
import type { SourceFile } from '../../../shared/domain/sourceUpdate';
import { call, getHost } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button } from '../../ui/Button';
import { formatDayAndTime } from '../../ui/clock';
import { useWords } from '../../ui/language';
import { showDone } from '../../ui/toasts';
import { useRun } from '../../workspace/useRun';

/** Every file a source was read from, each to be saved as it was received. */
export function SourceFiles({ source }: { source: Source }) {
  const { say } = useWords();
  const run = useRun();
  const { value: files } = useQuery('sourceUpdate:files', { sourceId: source.sourceId });
  const save = ({ file, fileName }: SourceFile) =>
    run(async () => {
      const target = await getHost().pickSaveTarget('original', fileName);
      if (!target) return;
      await call('sourceUpdate:saveFile', { sourceId: source.sourceId, file, target: target.token });
      showDone(say('update.fileSaved', { name: target.name }));
    });
  return (
    <ul className="source-files" aria-label={say('update.files')}>
      {files?.map((one) => (
        <li key={one.file + one.importedAt}>
          <span className="clip">{one.fileName}</span> <span className="small faint">{formatDayAndTime(one.importedAt)}</span>
          <Button icon={Download} aria-label={say('update.saveFile', { name: one.fileName })} onPress={() => save(one)}>
            {say('update.save')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
