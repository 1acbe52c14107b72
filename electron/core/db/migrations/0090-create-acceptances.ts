/** Findings somebody accepted with a reason, by the finding's key. */
export const createAcceptances = `
CREATE TABLE acceptance (
  key TEXT NOT NULL PRIMARY KEY,
  rule TEXT NOT NULL,
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
`;
