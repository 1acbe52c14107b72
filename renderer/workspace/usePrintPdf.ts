import { useState } from 'react';
import type { ProjectOverview } from '../../shared/domain/project';
import type { NoticeHead } from '../../shared/document/documentContext';
import type { Variant } from '../../shared/domain/variant';
import { getHost } from '../ipc/client';
import { useWords } from '../ui/language';
import { showDone, showError } from '../ui/toasts';
import { flushReply } from './replyBridge';
import { useRun } from './useRun';

/** Printing a document as PDF, from asking for the file to saying what came of it. */
export function usePrintPdf(project: ProjectOverview): { print: (variant: Variant, notice?: NoticeHead) => void; isPrinting: boolean } {
  const { say, sayError } = useWords();
  const run = useRun();
  const [isPrinting, setIsPrinting] = useState(false);
  const print = (variant: Variant, notice?: NoticeHead) =>
    run(async () => {
      const company = project.details.shortName || project.details.company;
      const name = say('preview.fileName', { company, variant: say(`variant.${variant}`) }).replace(/[\\/:*?"<>|]/g, '');
      const target = await getHost().pickSaveTarget('pdf', `${name}.pdf`);
      if (!target) return;
      setIsPrinting(true);
      try {
        await flushReply();
        const answer = await getHost().printPdf({ variant, target: target.token, notice });
        if (answer.ok) showDone(say('preview.printed', { name: answer.fileName }));
        else showError(sayError(answer.error));
      } finally {
        setIsPrinting(false);
      }
    });
  return { print, isPrinting };
}
