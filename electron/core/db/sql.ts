/** What SQLite can store in a bound place. */
export type SqlValue = string | number | bigint | Uint8Array | null;

/** A statement with every value bound: made only by `sql`, `sql.list`, `sql.rows`, `sql.identifier` and `sql.join`. */
export type Sql = { readonly text: string; readonly values: readonly SqlValue[]; readonly __sql: true };

function make(text: string, values: readonly SqlValue[]): Sql {
  return { text, values, __sql: true };
}

function isSql(value: unknown): value is Sql {
  return typeof value === 'object' && value !== null && '__sql' in value;
}

/** Builds a statement; `${value}` is always bound, never pasted, and `${sql`…`}` is nested. */
function tag(strings: TemplateStringsArray, ...parts: (SqlValue | Sql)[]): Sql {
  let text = strings[0]!;
  const values: SqlValue[] = [];
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1]!;
  });
  return make(text, values);
}

/** A list in brackets for IN: `IN ${sql.list(ids)}`. One JSON value is bound, so the statement stays the same for any length. */
function list(values: readonly (string | number)[]): Sql {
  return make('(SELECT value FROM json_each(?))', [JSON.stringify(values)]);
}

/** Places of rows by how many there are and how long: a long import asks for the same again and again. */
const places = new Map<string, string>();

/** Rows for VALUES, all of one length: `VALUES ${sql.rows(rows)}`. At most 32,766 values can be bound. */
function rows(values: readonly (readonly SqlValue[])[]): Sql {
  const width = values[0]?.length ?? 0;
  const key = `${values.length} ${width}`;
  let text = places.get(key);
  if (text === undefined) {
    const row = `(${Array.from({ length: width }, () => '?').join(', ')})`;
    text = values.map(() => row).join(', ');
    places.set(key, text);
  }
  return make(text, values.flat());
}

const NAME = /^[a-z][A-Za-z_]*$/;

/** A table or column name of our own; throws on anything that is not a plain name, so no text of a user can pass. */
function identifier(name: string): Sql {
  if (!NAME.test(name)) throw new Error(`Not a name of our schema: ${name}`);
  return make(name, []);
}

/** Fragments put together with a separator such as `sql`, ``. */
function join(parts: readonly Sql[], separator: Sql): Sql {
  return make(
    parts.map((part) => part.text).join(separator.text),
    parts.flatMap((part, index) => (index === 0 ? part.values : [...separator.values, ...part.values])),
  );
}

/** The only way to write a statement in this program: sql`SELECT … WHERE questionId = ${questionId}`. */
export const sql = Object.assign(tag, { list, rows, identifier, join });
