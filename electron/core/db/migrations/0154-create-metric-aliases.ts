/** Pairs of names of one metric, as somebody decided on them. */
export const createMetricAliases = `
CREATE TABLE metric_alias (
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'rejected')),
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (first, second)
) STRICT;
`;
