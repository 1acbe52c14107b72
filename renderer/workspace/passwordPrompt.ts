/** A question for a file's password that waits for an answer; `wrong` when one was given that did not fit. */
export type PasswordQuestion = { file: string; wrong: boolean; answer: (password: string | null) => void };

let question: PasswordQuestion | null = null;
const listeners = new Set<() => void>();

function settle(next: PasswordQuestion | null): void {
  question = next;
  for (const listener of listeners) listener();
}

/** The question on screen, or null. */
export function getPasswordQuestion(): PasswordQuestion | null {
  return question;
}

export function followPasswordQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Asks the user for a file's password; null when they gave up. It is held nowhere but in the call it is for. */
export function askPassword(file: string, wrong: boolean): Promise<string | null> {
  question?.answer(null);
  return new Promise((resolve) => {
    settle({
      file,
      wrong,
      answer: (password) => {
        settle(null);
        resolve(password);
      },
    });
  });
}
