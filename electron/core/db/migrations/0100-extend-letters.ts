/**
 * Letters of several rounds. 'text' is the letter as read (null in letters of older projects, whose file is read again), 'cleaned' what reading took
 * away, 'spokenBy' who spoke when it is oral feedback and no letter.
 */
export const extendLetters = `
ALTER TABLE letter ADD COLUMN spokenBy TEXT;
ALTER TABLE letter ADD COLUMN text TEXT;
ALTER TABLE letter ADD COLUMN cleaned TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cleaned));

-- Pages of a letter that came as pictures: the text recognised or typed, and whether somebody has read it against the picture.
CREATE TABLE letter_page (
  letterId TEXT NOT NULL REFERENCES letter (letterId),
  page INTEGER NOT NULL,
  text TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  PRIMARY KEY (letterId, page)
) STRICT;
`;
