/** Letters with their questions, items, asks and verifications. */
export const createLetters = `
CREATE TABLE letter (
  letterId TEXT NOT NULL PRIMARY KEY,
  position INTEGER NOT NULL,
  file TEXT NOT NULL REFERENCES file (hash),
  fileName TEXT NOT NULL,
  header TEXT NOT NULL CHECK (json_valid(header))
) STRICT;

CREATE TABLE question (
  questionId TEXT NOT NULL PRIMARY KEY,
  letterId TEXT NOT NULL REFERENCES letter (letterId),
  position INTEGER NOT NULL,
  no TEXT NOT NULL,
  label TEXT NOT NULL,
  title TEXT,
  text TEXT NOT NULL,
  status TEXT NOT NULL,
  owner TEXT
) STRICT;
CREATE INDEX question_letter ON question (letterId, position);

CREATE TABLE item (
  itemId TEXT NOT NULL PRIMARY KEY,
  questionId TEXT NOT NULL REFERENCES question (questionId),
  position INTEGER NOT NULL,
  no TEXT NOT NULL,
  label TEXT NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL,
  owner TEXT
) STRICT;
CREATE INDEX item_question ON item (questionId, position);

CREATE TABLE ask (
  askId TEXT NOT NULL PRIMARY KEY,
  questionId TEXT NOT NULL REFERENCES question (questionId),
  itemId TEXT REFERENCES item (itemId),
  position INTEGER NOT NULL,
  verb TEXT NOT NULL,
  object TEXT NOT NULL,
  state TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX ask_question ON ask (questionId, position);

CREATE TABLE verification (
  verificationId TEXT NOT NULL PRIMARY KEY,
  questionId TEXT NOT NULL REFERENCES question (questionId),
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  itemIds TEXT NOT NULL CHECK (json_valid(itemIds)),
  reach TEXT NOT NULL CHECK (json_valid(reach)),
  text TEXT NOT NULL
) STRICT;
CREATE INDEX verification_question ON verification (questionId, position);
`;
