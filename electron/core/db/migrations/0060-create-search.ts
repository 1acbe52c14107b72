/** Search: one entry per searchable text, its words (Han characters apart) and the amounts it states. Written by the queries, never by triggers. */
export const createSearch = `
CREATE TABLE search_entry (
  entryKey INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('letter', 'reply', 'table', 'row', 'note', 'source')),
  ownerId TEXT NOT NULL,
  UNIQUE (kind, ownerId)
) STRICT;

CREATE VIRTUAL TABLE search_text USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0');

CREATE TABLE search_amount (
  amount INTEGER NOT NULL,
  entryKey INTEGER NOT NULL REFERENCES search_entry (entryKey) ON DELETE CASCADE,
  PRIMARY KEY (amount, entryKey)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_amount_entry ON search_amount (entryKey);
`;
