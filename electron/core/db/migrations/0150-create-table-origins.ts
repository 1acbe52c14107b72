/**
 * Where a table was read that has moved since: one that only a newer version of a file has, taken over into the source. `sourceId` is what was read of
 * that file and `position` the table's among its tables. A fact of the reading: never changed, not undone.
 */
export const createTableOrigins = `
CREATE TABLE table_origin (
  tableKey INTEGER PRIMARY KEY REFERENCES data_table (tableKey),
  sourceId TEXT NOT NULL REFERENCES source (sourceId),
  position INTEGER NOT NULL
) STRICT;
`;
