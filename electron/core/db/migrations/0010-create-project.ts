/** The project's own row, files as received, and the marks that tell a published file from a working copy. */
export const createProject = `
CREATE TABLE file (
  hash TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  mime TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE project (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  projectId TEXT NOT NULL,
  company TEXT NOT NULL,
  shortName TEXT NOT NULL,
  code TEXT NOT NULL,
  announcementNo TEXT NOT NULL,
  exchange TEXT NOT NULL,
  title TEXT NOT NULL,
  preamble TEXT NOT NULL,
  closing INTEGER NOT NULL,
  signedOn TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

-- 'generation' rises with every change. A published file carries the id it was published under; a working copy also the one it is about to use.
CREATE TABLE publication (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  generation INTEGER NOT NULL,
  publishedId TEXT NOT NULL,
  pendingId TEXT,
  publishedAt TEXT
) STRICT;
`;
