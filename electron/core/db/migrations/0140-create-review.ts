/** Reviewers' changes, what was decided of them, and what went out to others and came back. */
export const createReview = `
CREATE TABLE change (
  changeId TEXT NOT NULL PRIMARY KEY,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  baseVersionId TEXT,
  questionId TEXT,
  anchor TEXT NOT NULL CHECK (json_valid(anchor)),
  payload TEXT NOT NULL CHECK (json_valid(payload))
) STRICT;
CREATE INDEX change_question ON change (questionId);

-- A decision may arrive before its change: the set is joined when it is read.
CREATE TABLE decision (
  decisionId TEXT NOT NULL PRIMARY KEY,
  changeId TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  verdict TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX decision_change ON decision (changeId);

-- 'file' is the SHA-256 of what was sent or came back; its bytes stand in file where they are kept. 'detail' holds what the kind needs to take it back.
CREATE TABLE exchange (
  exchangeId TEXT NOT NULL PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('sent', 'returned')),
  kind TEXT NOT NULL,
  party TEXT NOT NULL,
  at TEXT NOT NULL,
  fileName TEXT NOT NULL,
  file TEXT NOT NULL,
  versionId TEXT,
  answers TEXT,
  questionIds TEXT NOT NULL CHECK (json_valid(questionIds)),
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;

-- Changes that went out or came in with an exchange: these are immutable from then on.
CREATE TABLE exchange_change (
  changeId TEXT NOT NULL,
  exchangeId TEXT NOT NULL REFERENCES exchange (exchangeId),
  PRIMARY KEY (changeId, exchangeId)
) STRICT, WITHOUT ROWID;

-- Only in a copy made for a reviewer: who reviews, for whom, and against which version.
CREATE TABLE review_copy (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  reviewer TEXT NOT NULL,
  sender TEXT NOT NULL,
  exchangeId TEXT NOT NULL,
  versionId TEXT NOT NULL,
  sentAt TEXT NOT NULL,
  questionIds TEXT NOT NULL CHECK (json_valid(questionIds))
) STRICT;
`;
