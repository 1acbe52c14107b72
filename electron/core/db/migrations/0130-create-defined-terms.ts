/** Short names the documents of the project use (以下简称), and the company's own template with its styles mapped to ours. */
export const createDefinedTerms = `
CREATE TABLE defined_term (
  termId TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  term TEXT NOT NULL,
  fullName TEXT NOT NULL
) STRICT;

CREATE TABLE document_template (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  file TEXT NOT NULL,
  fileName TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping))
) STRICT;
`;
