import { useState } from 'react';
import type { Figure, FigureFormat, Formula } from '../../../../shared/domain/figure';
import type { QuestionId } from '../../../../shared/domain/ids';
import type { FigureCandidate } from '../../../../shared/ipc/results';
import { Button } from '../../../ui/Button';
import { ChoiceField, TextInput } from '../../../ui/fields';
import { useWords } from '../../../ui/language';
import { SearchList } from '../../../ui/SearchList';
import { CandidateLine } from './CandidateLine';
import { COMPUTED_OPS, countOperands, createFormat, createFormula, guessYears, type PickerOp, writeFormula } from './figureFormats';
import { FormatFields } from './FormatFields';
import { useCandidates } from './useCandidates';
import { usePreview } from './usePreview';
import './figure.css';

type FigurePickerProps = {
  questionId: QuestionId;
  /** What is looked for at first: the selected text, or nothing. */
  query: string;
  /** The format to keep, as of the number already written; null for that of the cell. */
  format: FigureFormat | null;
  /** How it begins: as a cell itself, or computed. */
  start: PickerOp;
  /** The figure to be changed, whose formula stands until another cell is chosen; null for a new one. */
  changed: Figure | null;
  onChoose: (formula: Formula, format: FigureFormat) => void;
  onCancel: () => void;
};

/** 引用数字: looks for a number by value or words, takes one cell or computes from several, and shows what will be printed. */
export function FigurePicker({ questionId, query, format: keptFormat, start, changed, onChoose, onCancel }: FigurePickerProps) {
  const { say, sayError } = useWords();
  const [text, setText] = useState(query);
  const [op, setOp] = useState<PickerOp>(start);
  const [picks, setPicks] = useState<readonly FigureCandidate[]>([]);
  const [format, setFormat] = useState<FigureFormat | null>(changed?.format ?? null);
  const candidates = useCandidates(text, questionId);
  const [typedYears, setTypedYears] = useState<number | null>(null);
  const years = typedYears ?? guessYears(picks);
  const formula = createFormula(op, picks, years) ?? (picks.length === 0 ? (changed?.formula ?? null) : null);
  const preview = usePreview(formula, format);
  const [first] = picks;

  const choose = () => {
    if (formula && format && preview && 'text' in preview) onChoose(formula, format);
  };
  const begin = (nextOp: PickerOp, nextPicks: readonly FigureCandidate[]) => {
    setOp(nextOp);
    setPicks(nextPicks);
    const [head] = nextPicks;
    if (head) setFormat(nextOp === 'cell' && keptFormat ? keptFormat : createFormat(nextOp, head));
  };
  const pick = (index: number) => {
    const candidate = candidates.list[index];
    if (!candidate) return;
    // Choosing the chosen one again inserts it: Enter, Enter.
    if (op === 'cell' && first && isSameCell(first, candidate)) {
      choose();
      return;
    }
    const others = picks.filter((pick) => !isSameCell(pick, candidate));
    const chosen = others.length < picks.length ? others : [...picks, candidate];
    begin(op, chosen.length > countOperands(op) ? [candidate] : chosen);
    if (op !== 'cell') setText('');
  };
  const isAnswered = text.trim() !== '' && candidates.isFor === text.trim();
  const emptyWords = candidates.error ? sayError(candidates.error) : isAnswered ? say('reply.figure.none') : '';
  const ops = (['cell', ...COMPUTED_OPS] as const).map((value) => ({ value, label: say(`reply.figure.op.${value}`) }));
  return (
    <form
      className="figure-picker"
      onSubmit={(event) => {
        event.preventDefault();
        choose();
      }}
    >
      <ChoiceField
        label={say('reply.figure.how')}
        value={op}
        choices={ops}
        onChange={(next) => begin(next, picks.slice(0, countOperands(next)))}
      />
      <SearchList
        label={say(op === 'cell' ? 'reply.figure.search' : sayNextOperand(op, picks.length))}
        placeholder={say('reply.figure.searchHint')}
        text={text}
        onText={setText}
        listLabel={say('reply.figure.candidates')}
        emptyWords={emptyWords}
        items={candidates.list.map((candidate, index) => ({
          key: String(index),
          content: <CandidateLine candidate={candidate} isPicked={picks.some((pick) => isSameCell(pick, candidate))} />,
        }))}
        onPick={(key) => pick(Number(key))}
      />
      {op !== 'cell' && first ? (
        <p className="figure-formula">
          <span className="faint">{say('reply.figure.formula')}</span>
          <span>
            {writeFormula(op, [...picks.map((pick) => pick.text), ...(picks.length < 2 ? [say('reply.figure.second')] : [])], years)}
          </span>
        </p>
      ) : null}
      {op === 'cagr' && picks.length === 2 ? (
        <TextInput
          label={say('reply.figure.years')}
          value={String(years)}
          onChange={(typed) => setTypedYears(/^\d{1,2}$/.test(typed) && Number(typed) > 0 ? Number(typed) : null)}
        />
      ) : null}
      {formula && format ? <FormatFields format={format} onChange={setFormat} /> : null}
      <div className="figure-foot">
        <output className="figure-preview">
          {preview && 'text' in preview ? (
            <>
              <span className="faint small">{say('reply.figure.preview')}</span>
              <strong>{preview.text}</strong>
            </>
          ) : preview ? (
            <span className="text-error">{sayError(preview.error)}</span>
          ) : null}
        </output>
        {start === 'cell' ? null : <span className="faint small">{say('reply.figure.equals')}</span>}
        <Button kind="quiet" onPress={onCancel}>
          {say('shell.cancel')}
        </Button>
        <Button kind="primary" type="submit" isDisabled={!preview || !('text' in preview)}>
          {say(changed ? 'reply.figure.apply' : 'reply.figure.insert')}
        </Button>
      </div>
    </form>
  );
}

function sayNextOperand(op: PickerOp, picked: number): 'reply.figure.pickFirst' | 'reply.figure.pickSecond' | 'reply.figure.pickMore' {
  if (picked === 0) return 'reply.figure.pickFirst';
  return picked > 1 && countOperands(op) > picked ? 'reply.figure.pickMore' : 'reply.figure.pickSecond';
}

/** A list that comes later names the same cells anew. */
function isSameCell({ cell: one }: FigureCandidate, { cell: other }: FigureCandidate): boolean {
  return one.tableId === other.tableId && one.rowId === other.rowId && one.colId === other.colId;
}
