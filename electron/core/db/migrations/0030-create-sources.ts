/**
 * Sources, their paragraphs, and data tables with rows, columns and cells. Rows and columns have integer keys inside the file, so that a table of
 * hundreds of thousands of cells stays small and fast; their random ids are what everything outside refers to.
 */
export const createSources = `
-- 'state' is importing until every row of the source is stored; a crash leaves it so, and the next opening clears it away.
CREATE TABLE source (
  sourceId TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  file TEXT NOT NULL REFERENCES file (hash),
  fileName TEXT NOT NULL,
  role TEXT NOT NULL,
  disclosed INTEGER NOT NULL,
  importedAt TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('importing', 'shown', 'hidden'))
) STRICT;

CREATE TABLE source_paragraph (
  paragraphKey INTEGER PRIMARY KEY,
  sourceId TEXT NOT NULL REFERENCES source (sourceId),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  place TEXT NOT NULL CHECK (json_valid(place))
) STRICT;
CREATE INDEX source_paragraph_source ON source_paragraph (sourceId, position);

CREATE TABLE data_table (
  tableKey INTEGER PRIMARY KEY,
  tableId TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('source', 'reply')),
  sourceId TEXT REFERENCES source (sourceId),
  position INTEGER NOT NULL,
  place TEXT NOT NULL CHECK (json_valid(place)),
  caption TEXT,
  unit TEXT,
  period TEXT,
  headerRows INTEGER NOT NULL,
  notes TEXT NOT NULL CHECK (json_valid(notes)),
  doubts TEXT NOT NULL CHECK (json_valid(doubts))
) STRICT;
CREATE INDEX data_table_source ON data_table (sourceId, position);

CREATE TABLE table_row (
  rowKey INTEGER PRIMARY KEY,
  rowId TEXT NOT NULL UNIQUE,
  tableKey INTEGER NOT NULL REFERENCES data_table (tableKey),
  position INTEGER NOT NULL,
  role TEXT NOT NULL
) STRICT;
CREATE INDEX table_row_table ON table_row (tableKey, position);

CREATE TABLE table_col (
  colKey INTEGER PRIMARY KEY,
  colId TEXT NOT NULL UNIQUE,
  tableKey INTEGER NOT NULL REFERENCES data_table (tableKey),
  position INTEGER NOT NULL,
  path TEXT NOT NULL CHECK (json_valid(path))
) STRICT;
CREATE INDEX table_col_table ON table_col (tableKey, position);

-- 'amount' is the value in 1/10000 of the base unit, for searching by amount. 'original…' are set once a cell differs from what was read.
CREATE TABLE cell (
  rowKey INTEGER NOT NULL REFERENCES table_row (rowKey),
  colKey INTEGER NOT NULL REFERENCES table_col (colKey),
  text TEXT NOT NULL,
  value TEXT,
  unit TEXT,
  rowSpan INTEGER NOT NULL,
  colSpan INTEGER NOT NULL,
  covered INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  nested TEXT CHECK (nested IS NULL OR json_valid(nested)),
  originalText TEXT,
  originalValue TEXT,
  originalUnit TEXT,
  amount INTEGER,
  PRIMARY KEY (rowKey, colKey)
) STRICT, WITHOUT ROWID;
CREATE INDEX cell_amount ON cell (amount) WHERE amount IS NOT NULL;
CREATE INDEX cell_changed ON cell (rowKey) WHERE revision > 0;

CREATE TABLE cell_correction (
  correctionId TEXT NOT NULL PRIMARY KEY,
  rowKey INTEGER NOT NULL REFERENCES table_row (rowKey),
  colKey INTEGER NOT NULL REFERENCES table_col (colKey),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('misread', 'restated')),
  oldText TEXT NOT NULL,
  newText TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX cell_correction_cell ON cell_correction (rowKey, colKey);

CREATE TABLE link (
  linkId TEXT NOT NULL PRIMARY KEY,
  questionId TEXT NOT NULL REFERENCES question (questionId),
  itemId TEXT REFERENCES item (itemId),
  tableId TEXT NOT NULL REFERENCES data_table (tableId),
  reason TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX link_question ON link (questionId);
CREATE INDEX link_table ON link (tableId);
`;
