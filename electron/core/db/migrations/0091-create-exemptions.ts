/** Numbers of replies that need no source, with the reason. The block may be gone for a while (undo brings it back), so it is no reference. */
export const createExemptions = `
CREATE TABLE exemption (
  blockId TEXT NOT NULL,
  text TEXT NOT NULL,
  occurrence INTEGER NOT NULL,
  questionId TEXT NOT NULL REFERENCES question (questionId),
  reason TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (blockId, text, occurrence)
) STRICT;
`;
