import type { RecordChange, RecordFields } from '../domain/matterRecord';
import { say, type WordKey } from './catalogue';
import type { Language } from './defineWords';
import { matterWords } from './matter';
import { matterRecordWords } from './matterRecords';

/** Longer values are cut: the record itself is one press away. */
const SHOWN = 120;

/** A proposed change of a record beside the text in words: which one stays and is changed, what goes, and what comes. Any may be empty. */
export function sayRecord(
  language: Language,
  { record, was, becomes, label }: RecordChange,
): { about: string; before: string; after: string } {
  const kind = say(language, `record.${record}`);
  const name = label === '' ? kind : say(language, 'record.named', { record: kind, label });
  if (!was || !becomes) return { about: '', before: becomes ? '' : name, after: becomes ? name : '' };
  return { about: name, before: sayFields(language, was), after: sayFields(language, becomes) };
}

/** Fields by name and value; one that is not said in words counts as content. */
function sayFields(language: Language, fields: RecordFields): string {
  const said = Object.entries(fields).map(([name, value]) => {
    const key = `record.field.${name}`;
    if (!hasWord(key)) return say(language, 'record.content');
    return `${say(language, key)} ${sayValue(language, value)}`;
  });
  return [...new Set(said)].join('、').slice(0, SHOWN);
}

function sayValue(language: Language, value: string | number | null): string {
  if (value === null || value === '') return '—';
  for (const key of [`record.state.${value}`, `itemStatus.${value}`]) if (hasWord(key)) return say(language, key);
  return String(value);
}

function hasWord(key: string): key is WordKey {
  return Object.hasOwn(matterRecordWords['zh-CN'], key) || Object.hasOwn(matterWords['zh-CN'], key);
}
