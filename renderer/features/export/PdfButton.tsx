import { Printer } from 'lucide-react';
import type { ProjectOverview } from '../../../shared/domain/project';
import type { NoticeHead } from '../../../shared/document/documentContext';
import type { Variant } from '../../../shared/domain/variant';
import { Button } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { usePrintPdf } from '../../workspace/usePrintPdf';

type PdfButtonProps = { project: ProjectOverview; variant: Variant; notice: NoticeHead | undefined };

/** Makes the PDF of a document with one press. */
export function PdfButton({ project, variant, notice }: PdfButtonProps) {
  const { say } = useWords();
  const { print, isPrinting } = usePrintPdf(project);
  return (
    <Button icon={Printer} isDisabled={isPrinting} onPress={() => print(variant, notice)}>
      {say('preview.pdf')}
    </Button>
  );
}
