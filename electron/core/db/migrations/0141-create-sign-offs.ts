/** By when each piece of work is due, and who signed off on what: a sign-off keeps what it signed, so that a later change shows. */
export const createSignOffs = `
-- itemId is empty for a question as a whole.
CREATE TABLE work_due (
  questionId TEXT NOT NULL REFERENCES question (questionId),
  itemId TEXT NOT NULL,
  dueOn TEXT NOT NULL,
  PRIMARY KEY (questionId, itemId)
) STRICT;

CREATE TABLE sign_off (
  signOffId TEXT NOT NULL PRIMARY KEY,
  questionId TEXT NOT NULL REFERENCES question (questionId),
  itemId TEXT NOT NULL,
  role TEXT NOT NULL,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX sign_off_question ON sign_off (questionId);
`;
