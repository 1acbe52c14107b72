import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import './searchList.css';

export type SearchListItem = { key: string; content: ReactNode /** Begins a group under this name. */; group?: string | undefined };

type SearchListProps = {
  label: string;
  placeholder?: string;
  text: string;
  onText: (text: string) => void;
  items: readonly SearchListItem[];
  /** Said in the place of the list while it is empty. */
  emptyWords: string;
  listLabel: string;
  onPick: (key: string) => void;
};

/** A field with the list of what it finds: arrows move in the list while one goes on typing, Enter or a click picks. */
export function SearchList({ label, placeholder, text, onText, items, emptyWords, listLabel, onPick }: SearchListProps) {
  const id = useId();
  const [active, setActive] = useState(0);
  const current = Math.min(active, items.length - 1);
  const goTo = (index: number) => {
    const next = (index + items.length) % items.length;
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const pressKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || items.length === 0) return;
    if (event.key === 'ArrowDown') goTo(current + 1);
    else if (event.key === 'ArrowUp') goTo(current - 1);
    else if (event.key === 'Enter') onPick(items[current]!.key);
    else return;
    event.preventDefault();
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={items.length > 0 ? `${id}-${current}` : undefined}
        autoComplete="off"
        // The field is what one came for; the dialog around it was opened to type here.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={text}
        placeholder={placeholder}
        onChange={(event) => {
          onText(event.target.value);
          setActive(0);
        }}
        onKeyDown={pressKey}
      />
      <div id={`${id}-list`} className="candidates" role="listbox" aria-label={listLabel}>
        {items.length === 0 ? <p className="candidates-none faint">{emptyWords}</p> : null}
        {items.map(({ key, content, group }, index) => (
          <div key={key} role="presentation">
            {group === undefined ? null : <p className="candidates-head small faint">{group}</p>}
            {/* Keys belong to the field, which keeps the focus. */}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              tabIndex={-1}
              className={index === current ? 'candidate active' : 'candidate'}
              onMouseMove={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(key)}
            >
              {content}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
