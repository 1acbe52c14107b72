/** Deferrals of a letter's reply. */
export const createDeferrals = `
CREATE TABLE deferral (
  deferralId TEXT NOT NULL PRIMARY KEY,
  letterId TEXT NOT NULL REFERENCES letter (letterId),
  position INTEGER NOT NULL,
  announcedOn TEXT,
  dueOn TEXT,
  reason TEXT NOT NULL,
  apology INTEGER NOT NULL
) STRICT;
CREATE INDEX deferral_letter ON deferral (letterId, position);
`;
