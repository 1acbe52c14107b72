import type { ProjectOverview } from '../../shared/domain/project';
import type { Chart } from '../../shared/domain/reply';
import { ChartDialog } from '../features/chart/ChartDialog';
import { ImportDialog } from '../features/evidence/ImportDialog';
import { ImportDraftDialog } from '../features/evidence/ImportDraftDialog';
import { IntendedCorrectionsDialog } from '../features/evidence/IntendedCorrectionsDialog';
import { LinkTableDialog } from '../features/evidence/LinkTableDialog';
import { RegisterDialog } from '../features/evidence/RegisterDialog';
import { SourceUpdatesDialog } from '../features/evidence/SourceUpdatesDialog';
import { SourceTextDialog } from '../features/evidence/origin/SourceTextDialog';
import { ExchangeDialog } from '../features/exchange/ExchangeDialog';
import { ExportDialog } from '../features/export/ExportDialog';
import { FilingSetDialog } from '../features/filingSet/FilingSetDialog';
import { useChecks } from '../features/findings/CheckRun';
import { countFindings } from '../features/findings/findingOrder';
import { AddLetterDialog } from '../features/letter/rounds/AddLetterDialog';
import { OralDialog } from '../features/letter/rounds/OralDialog';
import { RecordFilingDialog } from '../features/letter/rounds/RecordFilingDialog';
import { CompareOpinionDialog } from '../features/opinion/CompareOpinionDialog';
import { RedactionDialog } from '../features/redaction/RedactionDialog';
import { RedactionsDialog } from '../features/redaction/RedactionsDialog';
import { AskTableDialog } from '../features/replyTable/AskTableDialog';
import { ReplyTableDialog } from '../features/replyTable/ReplyTableDialog';
import { SearchDialog } from '../features/search/SearchDialog';
import { TemplateDialog } from '../features/template/TemplateDialog';
import { TermsDialog } from '../features/terms/TermsDialog';
import { SaveVersionDialog } from '../features/versions/SaveVersionDialog';
import { PaperRemarkDialog } from '../features/wordReview/PaperRemarkDialog';
import { TakeBackDialog } from '../features/wordReview/TakeBackDialog';
import { AboutDialog } from './AboutDialog';
import { CommandPalette } from './CommandPalette';
import type { AppCommand } from './keymap';
import { useNavigator } from '../workspace/navigation';
import { getReplyBridge } from '../workspace/replyBridge';

/** The one dialog that is open over the workbench, if any. */
export function Dialogs({ project, onCommand }: { project: ProjectOverview; onCommand: (command: AppCommand) => void }) {
  const { at, go } = useNavigator();
  const checks = useChecks();
  const close = () => go({ type: 'closeDialog', dialog: at.dialog });
  switch (at.dialog?.name) {
    case undefined:
      return null;
    case 'search':
      return <SearchDialog onClose={close} />;
    case 'sourceText':
      return <SourceTextDialog sourceId={at.dialog.sourceId} paragraph={at.dialog.paragraph} onClose={close} />;
    case 'commands':
      return <CommandPalette onClose={close} onCommand={onCommand} />;
    case 'export':
      return (
        <ExportDialog
          project={project}
          errors={checks.findings && !checks.stale ? countFindings(checks.findings).error : null}
          onRunChecks={() => {
            close();
            checks.run();
          }}
          onClose={close}
        />
      );
    case 'filingSet':
      return <FilingSetDialog project={project} onClose={close} />;
    case 'compareOpinion':
      return <CompareOpinionDialog onClose={close} />;
    case 'takeBackWord':
      return <TakeBackDialog onClose={close} />;
    case 'addPaperRemark':
      return <PaperRemarkDialog onClose={close} />;
    case 'redactions':
      return <RedactionsDialog onClose={close} />;
    case 'redaction': {
      const { mark, redaction, fromList } = at.dialog;
      const backToList = () => go({ type: 'openDialog', dialog: { name: 'redactions' } });
      return <RedactionDialog mark={mark} redaction={redaction} onClose={fromList ? backToList : close} />;
    }
    case 'addLetter':
      return <AddLetterDialog file={at.dialog.file} onClose={close} />;
    case 'recordFiling':
      return <RecordFilingDialog letterId={at.dialog.letterId} onClose={close} />;
    case 'addOral':
      return <OralDialog onClose={close} />;
    case 'exchange':
      return <ExchangeDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'template':
      return <TemplateDialog onClose={close} />;
    case 'terms':
      return <TermsDialog onClose={close} />;
    case 'register':
      return <RegisterDialog project={project} onClose={close} />;
    case 'sourceUpdates':
      return <SourceUpdatesDialog onClose={close} />;
    case 'intendedCorrections':
      return <IntendedCorrectionsDialog onClose={close} />;
    case 'saveVersion':
      return <SaveVersionDialog onClose={close} />;
    case 'import':
      return <ImportDialog files={at.dialog.files} updates={at.dialog.updates ?? null} onClose={close} />;
    case 'importDraft':
      return <ImportDraftDialog file={at.dialog.file} onClose={close} />;
    case 'chart': {
      const { questionId, chart, nodeKey } = at.dialog;
      const save = (chosen: Chart) => {
        close();
        getReplyBridge()?.putChart(chosen, nodeKey);
      };
      return <ChartDialog questionId={questionId} chart={chart} onSave={save} onClose={close} />;
    }
    case 'replyTable':
      return <ReplyTableDialog tableId={at.dialog.tableId} onClose={close} />;
    case 'askTable':
      return <AskTableDialog questionId={at.dialog.questionId} itemId={at.dialog.itemId} onClose={close} />;
    case 'linkTable':
      return <LinkTableDialog tableId={at.dialog.tableId} onClose={close} />;
  }
}
