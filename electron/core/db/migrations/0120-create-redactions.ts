/** What is withheld from the public, with the register's fields. */
export const createRedactions = `
CREATE TABLE redaction (
  redactionId TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  target TEXT NOT NULL CHECK (json_valid(target)),
  method TEXT NOT NULL,
  replacement TEXT NOT NULL,
  record TEXT NOT NULL CHECK (json_valid(record))
) STRICT;
`;
