/** The questions as the imported draft repeats them. A question may be split or merged meanwhile and come back by undo, so it is no reference. */
export const createRestatedQuestions = `
CREATE TABLE restated_question (
  questionId TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;
`;
