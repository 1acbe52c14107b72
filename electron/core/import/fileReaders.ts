import { type ReadLetterText, readLetterText } from './readLetterText';
import { type ReadSource, readSource } from './readSource';

/** How core reads received files: on this thread, or on one of their own. */
export type FileReaders = { source: ReadSource; letter: ReadLetterText };

/** Reads on the caller's own thread. */
export const READERS_HERE: FileReaders = { source: readSource, letter: readLetterText };
