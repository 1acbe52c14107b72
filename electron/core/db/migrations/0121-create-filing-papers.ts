/** Differences from a firm's own document that somebody accepted, papers that go with a filing, and how its files are named. */
export const createFilingPapers = `
CREATE TABLE accepted_difference (
  differenceId TEXT NOT NULL PRIMARY KEY,
  verifier TEXT NOT NULL,
  kind TEXT NOT NULL,
  question TEXT NOT NULL,
  ours TEXT NOT NULL,
  theirs TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE filing_paper (
  paperId TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  verifier TEXT,
  title TEXT NOT NULL,
  file TEXT NOT NULL REFERENCES file (hash),
  fileName TEXT NOT NULL
) STRICT;

CREATE TABLE filing_plan (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  pattern TEXT NOT NULL,
  categories TEXT NOT NULL CHECK (json_valid(categories))
) STRICT;
`;
