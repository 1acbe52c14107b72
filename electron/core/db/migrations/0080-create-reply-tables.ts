/** What tables made for the reply are made from. */
export const createReplyTables = `
CREATE TABLE reply_table (
  tableKey INTEGER PRIMARY KEY REFERENCES data_table (tableKey),
  definition TEXT NOT NULL CHECK (json_valid(definition))
) STRICT;

-- Derived from reply_table.definition: which reply tables read a cell.
CREATE TABLE reply_table_source (
  rowKey INTEGER NOT NULL,
  colKey INTEGER NOT NULL,
  tableKey INTEGER NOT NULL,
  PRIMARY KEY (rowKey, colKey, tableKey)
) STRICT, WITHOUT ROWID;
CREATE INDEX reply_table_source_table ON reply_table_source (tableKey);
`;
