/** Newer versions of received files that wait to be accepted, and what is decided about disclosed numbers that were changed. */
export const createSourceUpdates = `
-- What was read of the newer file stands in a hidden source; 'matches' pairs the tables of the updated source with its own.
CREATE TABLE source_update (
  newSourceId TEXT NOT NULL PRIMARY KEY REFERENCES source (sourceId),
  sourceId TEXT NOT NULL REFERENCES source (sourceId),
  position INTEGER NOT NULL,
  matches TEXT NOT NULL CHECK (json_valid(matches))
) STRICT;
CREATE INDEX source_update_source ON source_update (sourceId, position);

-- No reference to the correction: undoing one takes its decision along by being its own operation.
CREATE TABLE intended_correction (
  correctionId TEXT NOT NULL PRIMARY KEY,
  decision TEXT NOT NULL CHECK (decision IN ('undecided', 'correct', 'keep')),
  note TEXT NOT NULL
) STRICT;
`;
