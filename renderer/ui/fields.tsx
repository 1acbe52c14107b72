import { ChevronDown } from 'lucide-react';
import type { FocusEventHandler, ReactNode } from 'react';
import {
  Autocomplete,
  Button,
  Checkbox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  SearchField,
  Select,
  SelectValue,
  TextArea,
  TextField,
  useFilter,
} from 'react-aria-components';

type TextInputProps = {
  label: string;
  /** Names the field without printing its label. */
  hideLabel?: boolean;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  note?: string;
  /** More than one line. */
  long?: boolean;
  autoFocus?: boolean;
  type?: 'text' | 'date' | 'search' | 'password';
};

/**
 * The line one came to type in: it takes the focus as it appears, before the next key arrives. (The library's own autoFocus waits for a frame
 * when the focus was last moved by the program, and what is typed meanwhile would go into the text behind.)
 */
export function FirstInput({ placeholder, onFocus }: { placeholder?: string; onFocus?: FocusEventHandler<HTMLInputElement> }) {
  // oxlint-disable-next-line jsx-a11y/no-autofocus -- Opened to be typed in.
  return <Input className="input" placeholder={placeholder} onFocus={onFocus} autoFocus />;
}

/** A labelled line (or block) of text. */
export function TextInput({
  label,
  hideLabel,
  value,
  onChange,
  onBlur,
  placeholder,
  note,
  long,
  autoFocus,
  type = 'text',
}: TextInputProps) {
  return (
    <TextField className="field" aria-label={hideLabel ? label : undefined} value={value} onChange={onChange} onBlur={onBlur} type={type}>
      {hideLabel ? null : <Label className="field-label">{label}</Label>}
      {long ? (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- As FirstInput.
        <TextArea className="input" placeholder={placeholder} autoFocus={autoFocus} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- As FirstInput.
        <Input className="input" placeholder={placeholder} autoFocus={autoFocus} />
      )}
      {note ? <span className="field-note">{note}</span> : null}
    </TextField>
  );
}

export type Choice<Value extends string> = { value: Value; label: string; icon?: ReactNode };

type ChoiceFieldProps<Value extends string> = {
  label: string;
  /** Names the field without printing its label. */
  hideLabel?: boolean;
  value: Value | null;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
  placeholder?: string;
  autoFocus?: boolean;
};

/** A list longer than this can be filtered by typing. */
const FILTERED_FROM = 12;

/** One value out of a list that opens. */
export function ChoiceField<Value extends string>({
  label,
  hideLabel,
  value,
  choices,
  onChange,
  placeholder,
  autoFocus = false,
}: ChoiceFieldProps<Value>) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const list = (
    <ListBox className="menu" items={choices}>
      {(choice) => (
        <ListBoxItem className="menu-item" id={choice.value} textValue={choice.label}>
          {choice.icon}
          <span className="clip" title={choice.label}>
            {choice.label}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
  return (
    <Select
      className="field"
      aria-label={hideLabel ? label : undefined}
      selectedKey={value}
      onSelectionChange={(key) => onChange(key as Value)}
      placeholder={placeholder}
      autoFocus={autoFocus}
    >
      {hideLabel ? null : <Label className="field-label">{label}</Label>}
      <Button className="input select-button">
        <SelectValue className="clip" />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        {choices.length > FILTERED_FROM ? (
          <Autocomplete filter={contains}>
            <SearchField aria-label={label} className="choice-filter">
              <FirstInput />
            </SearchField>
            {list}
          </Autocomplete>
        ) : (
          list
        )}
      </Popover>
    </Select>
  );
}

type RadioFieldProps<Value extends string> = {
  label: string;
  value: Value;
  choices: readonly { value: Value; label: string; note?: string }[];
  onChange: (value: Value) => void;
};

/** One value out of a few that are all in sight. */
export function RadioField<Value extends string>({ label, value, choices, onChange }: RadioFieldProps<Value>) {
  return (
    <RadioGroup className="field" value={value} onChange={(next) => onChange(next as Value)}>
      <Label className="field-label">{label}</Label>
      <div className="radio-group">
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className="radio">
            <span>{choice.label}</span>
            {choice.note ? <span className="field-note">{choice.note}</span> : null}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

type CheckFieldProps = { label: string; value: boolean; onChange: (value: boolean) => void };

/** Yes or no. */
export function CheckField({ label, value, onChange }: CheckFieldProps) {
  return (
    <Checkbox className="check" isSelected={value} onChange={onChange}>
      {label}
    </Checkbox>
  );
}
