/** What was filed. A filing outlives the letter's rows when an older version is restored, so it names the letter without a reference. */
export const createFilings = `
CREATE TABLE filing (
  filingId TEXT NOT NULL PRIMARY KEY,
  letterId TEXT NOT NULL,
  round INTEGER NOT NULL,
  versionId TEXT NOT NULL REFERENCES version (versionId),
  questionIds TEXT NOT NULL CHECK (json_valid(questionIds)),
  filedOn TEXT NOT NULL,
  note TEXT NOT NULL,
  actor TEXT NOT NULL,
  recordedAt TEXT NOT NULL,
  UNIQUE (letterId, round)
) STRICT;

CREATE TABLE filing_file (
  filingId TEXT NOT NULL REFERENCES filing (filingId),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  file TEXT NOT NULL REFERENCES file (hash),
  PRIMARY KEY (filingId, position)
) STRICT;
`;
