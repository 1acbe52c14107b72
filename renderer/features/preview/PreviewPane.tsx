import { Printer } from 'lucide-react';
import { useState } from 'react';
import type { ProjectOverview } from '../../../shared/domain/project';
import { listVariants, type Variant } from '../../../shared/domain/variant';
import { useQuery } from '../../ipc/useQuery';
import { IconButton } from '../../ui/Button';
import { ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { useNavigator } from '../../workspace/navigation';
import { usePrintPdf } from '../../workspace/usePrintPdf';
import { PreviewPages } from './PreviewPages';
import './preview.css';

/** The document as its pages stand now, beside the text one writes: it follows every stored change, and the question one is at. */
export function PreviewPane({ project }: { project: ProjectOverview }) {
  const { say, sayError } = useWords();
  const { at } = useNavigator();
  const [variant, setVariant] = useState<Variant>('announcement');
  const [pages, setPages] = useState(0);
  const { value: letters } = useQuery('letter:list', {});
  const { value: preview, error } = useQuery('preview:pages', { variant });
  const { print, isPrinting } = usePrintPdf(project);
  const letter = letters?.at(-1);
  const followed = at.centre.view === 'question' ? at.centre.questionId : null;
  return (
    <section className="preview" aria-label={say('preview.title')}>
      <div className="preview-head">
        <ChoiceField
          label={say('export.variant')}
          hideLabel
          value={variant}
          choices={(letter ? listVariants(letter) : [variant]).map((value) => ({ value, label: say(`variant.${value}`) }))}
          onChange={setVariant}
        />
        <span className="faint small preview-count">{pages === 0 ? '' : say('preview.pages', { count: pages })}</span>
        <IconButton icon={Printer} label={say('preview.pdf')} isDisabled={isPrinting} onPress={() => print(variant)} />
      </div>
      {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
      {preview ? <PreviewPages parts={preview.parts} look={preview.look} followed={followed} onPages={setPages} /> : null}
      {!preview && !error ? <p className="faint preview-wait">{say('preview.loading')}</p> : null}
      <p className="faint small preview-note">{say('preview.note')}</p>
    </section>
  );
}
