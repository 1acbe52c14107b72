import { Input, TextField } from 'react-aria-components';

/** A text field without a printed label, in a list whose lines name it. */
export function LineInput({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <TextField className="field builder-input" aria-label={label} value={value} onChange={onChange}>
      <Input className="input" />
    </TextField>
  );
}
