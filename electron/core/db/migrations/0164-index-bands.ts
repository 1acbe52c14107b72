/** Further header rows of long tables, found without reading every row: what they print over a cell says what it is. */
export const indexBands = `CREATE INDEX table_row_band ON table_row (tableKey, position) WHERE role = 'band';`;
