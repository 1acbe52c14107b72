import type { Question } from '../domain/letter';

/** The questions chosen of a letter, in its order. A part whose first question is left out has its heading above the first that is chosen. */
export function chooseQuestions<Asked extends Pick<Question, 'partHeading'>>(
  questions: readonly Asked[],
  isChosen: (question: Asked) => boolean,
): Asked[] {
  let waiting: string | null = null;
  return questions.flatMap((question) => {
    waiting = question.partHeading ?? waiting;
    if (!isChosen(question)) return [];
    const partHeading = waiting;
    waiting = null;
    return [partHeading === question.partHeading ? question : { ...question, partHeading }];
  });
}
