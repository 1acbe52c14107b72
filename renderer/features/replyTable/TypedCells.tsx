import { useState } from 'react';
import type { ReplyColumn, ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

type TypedCellsProps = { column: ReplyColumn; definition: ReplyTableDefinition; onType: (lines: string[]) => void };

/** The words of a typed column, one line for a row: a column copied from a sheet is pasted at once. */
export function TypedCells({ column, definition, onType }: TypedCellsProps) {
  const { say } = useWords();
  // Held as typed: an empty last line is no row yet, and must not vanish under the caret.
  const [text, setText] = useState(() => readLines(column, definition).join('\n'));
  return (
    <div className="builder-details">
      <TextInput
        label={say('replyTable.typed', { name: column.path.join(' / ') })}
        value={text}
        onChange={(typed) => {
          setText(typed);
          onType(typed.split(/\r?\n/));
        }}
        long
      />
    </div>
  );
}

function readLines({ content }: ReplyColumn, { rows }: ReplyTableDefinition): string[] {
  const lines = rows.map(({ rowId }) =>
    content.kind === 'typed' ? (content.texts.find((typed) => typed.rowId === rowId)?.text ?? '') : '',
  );
  return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}
