import { Printer } from 'lucide-react';
import type { ProjectOverview } from '../../../shared/domain/project';
import type { Variant } from '../../../shared/domain/variant';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { usePrintPdf } from '../../workspace/usePrintPdf';

/** Makes the PDF of a document with one press. */
export function PdfButton({ project, variant }: { project: ProjectOverview; variant: Variant }) {
  const { say } = useWords();
  const { print, isPrinting } = usePrintPdf(project);
  return (
    <Button icon={Printer} isDisabled={isPrinting} onPress={() => print(variant)}>
      {say('preview.pdf')}
    </Button>
  );
}
