/** Replies in sections of blocks, and figures with the indexes that answer where a cell or a figure is shown. */
export const createReplies = `
CREATE TABLE reply (
  questionId TEXT NOT NULL PRIMARY KEY REFERENCES question (questionId),
  revision INTEGER NOT NULL,
  savedAt TEXT
) STRICT;

-- 'blockIds' is the order of the section's blocks, so that inserting one changes two rows and not all that follow.
CREATE TABLE section (
  sectionId TEXT NOT NULL PRIMARY KEY,
  questionId TEXT NOT NULL REFERENCES reply (questionId),
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  verifier TEXT,
  itemIds TEXT NOT NULL CHECK (json_valid(itemIds)),
  blockIds TEXT NOT NULL CHECK (json_valid(blockIds))
) STRICT;
CREATE INDEX section_question ON section (questionId, position);

CREATE TABLE block (
  blockId TEXT NOT NULL PRIMARY KEY,
  sectionId TEXT NOT NULL REFERENCES section (sectionId),
  document TEXT NOT NULL CHECK (json_valid(document))
) STRICT;
CREATE INDEX block_section ON block (sectionId);

CREATE TABLE figure (
  figureId TEXT NOT NULL PRIMARY KEY,
  questionId TEXT NOT NULL REFERENCES question (questionId),
  formula TEXT NOT NULL CHECK (json_valid(formula)),
  unit TEXT NOT NULL,
  decimals INTEGER NOT NULL,
  grouping INTEGER NOT NULL,
  showUnit INTEGER NOT NULL,
  wording TEXT NOT NULL,
  signByWords INTEGER NOT NULL,
  asOf TEXT,
  reason TEXT,
  shown TEXT NOT NULL
) STRICT;
CREATE INDEX figure_question ON figure (questionId);

-- Derived from figure.formula: which figures depend on a cell.
CREATE TABLE figure_cell (
  rowKey INTEGER NOT NULL,
  colKey INTEGER NOT NULL,
  figureId TEXT NOT NULL REFERENCES figure (figureId) ON DELETE CASCADE,
  PRIMARY KEY (rowKey, colKey, figureId)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_cell_figure ON figure_cell (figureId);

-- Derived from block.document: which blocks show a figure or a table.
CREATE TABLE block_use (
  kind TEXT NOT NULL CHECK (kind IN ('figure', 'table', 'picture')),
  id TEXT NOT NULL,
  blockId TEXT NOT NULL REFERENCES block (blockId) ON DELETE CASCADE,
  PRIMARY KEY (kind, id, blockId)
) STRICT, WITHOUT ROWID;
CREATE INDEX block_use_block ON block_use (blockId);
`;
