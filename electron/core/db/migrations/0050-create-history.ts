/** The operation log with before and after images, and immutable versions. */
export const createHistory = `
-- 'redoable' marks undone operations that nothing has been done since. 'data' fills the sentence of 'kind'. 'scope' names what a run of text saves belongs to.
CREATE TABLE operation (
  operationKey INTEGER PRIMARY KEY,
  operationId TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  changedAt TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  scope TEXT,
  undone INTEGER NOT NULL,
  redoable INTEGER NOT NULL
) STRICT;

CREATE TABLE operation_change (
  operationKey INTEGER NOT NULL REFERENCES operation (operationKey),
  seq INTEGER NOT NULL,
  tableName TEXT NOT NULL,
  rowKey TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (operationKey, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_change_row ON operation_change (tableName, rowKey);

CREATE TABLE version (
  versionId TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  why TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  automatic INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
`;
