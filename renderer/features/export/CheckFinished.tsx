import { useState } from 'react';
import type { Question } from '../../../shared/domain/letter';
import type { Warning } from '../../../shared/domain/place';
import { sayPassed } from '../../../shared/catalogue/sayPassed';
import type { Variant } from '../../../shared/domain/variant';
import { FaultLink } from '../../workspace/FaultLink';
import { WarningList } from '../../workspace/WarningList';
import { useRun } from '../../workspace/useRun';
import { call, getHost } from '../../ipc/client';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';

type VerdictProps = { problems: Warning[]; variant: Variant; questions: readonly Question[] };

/** Whether a finished file that answers these questions may be signed, or what stands in the way, each with the way to it. */
export function FinalVerdict({ problems, variant, questions }: VerdictProps) {
  const { say, language } = useWords();
  const isNotice = variant === 'receipt' || variant === 'deferral';
  if (problems.length > 0) {
    return (
      <WarningList
        warnings={problems}
        title={say('export.notPassed', { count: problems.length })}
        // The blanks of a notice are asked for where it is exported.
        renderEnd={isNotice ? undefined : (fault) => <FaultLink fault={fault} questions={questions} />}
      />
    );
  }
  return <p className="text-done">{sayPassed(language, variant)}</p>;
}

/** Looks over a file that was finished in Word or WPS after it was exported. */
export function CheckFinished({ variant, questions }: Pick<VerdictProps, 'variant' | 'questions'>) {
  const { say } = useWords();
  const run = useRun();
  const [checked, setChecked] = useState<{ name: string; variant: Variant; problems: Warning[] } | null>(null);
  const check = () =>
    run(async () => {
      const [file] = await getHost().pickFiles('reviewed');
      if (!file) return;
      const problems = await call('final:check', { file: file.token, variant });
      setChecked({ name: file.name, variant, problems: problems.map((problem) => ({ ...problem, file: '' })) });
    });
  return (
    <div className="check-finished">
      <p className="small">
        <span className="faint">{say('export.finishedNote')}</span> <LinkButton onPress={check}>{say('export.checkFinished')}</LinkButton>
      </p>
      {checked?.variant === variant ? (
        <>
          <p>{checked.name}</p>
          <FinalVerdict problems={checked.problems} variant={variant} questions={questions} />
        </>
      ) : null}
    </div>
  );
}
