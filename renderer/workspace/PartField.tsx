import { Checkbox, CheckboxGroup, Label } from 'react-aria-components';
import type { QuestionId } from '../../shared/domain/ids';
import type { Question } from '../../shared/domain/letter';
import { useWords } from '../ui/language';

type PartFieldProps = {
  questions: readonly Question[];
  /** The questions chosen; none means all of them. */
  value: readonly QuestionId[];
  onChange: (questionIds: QuestionId[]) => void;
};

/** Which questions a document or a filing answers, where a letter is answered in parts. */
export function PartField({ questions, value, onChange }: PartFieldProps) {
  const { say } = useWords();
  if (questions.length < 2) return null;
  return (
    <CheckboxGroup className="field part-field" value={[...value]} onChange={(chosen) => onChange(chosen as QuestionId[])}>
      <Label className="field-label">{say('rounds.part')}</Label>
      <div className="part-choices">
        {questions.map(({ questionId, no }) => (
          <Checkbox key={questionId} value={questionId} className="check">
            {say('matter.question', { no })}
          </Checkbox>
        ))}
      </div>
      <span className="field-note">{say('rounds.partNote')}</span>
    </CheckboxGroup>
  );
}
