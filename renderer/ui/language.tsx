import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { say, sayError, sayMessage, type WordKey } from '../../shared/catalogue/catalogue';
import type { Language } from '../../shared/catalogue/defineWords';
import type { Message } from '../../shared/domain/message';
import type { ErrorValue } from '../../shared/ipc/errors';

/** Words of the language on screen: `say` for a catalogue key, `sayError` for an error, `sayMessage` for what a check or reader found. */
export type Words = {
  language: Language;
  say: (key: WordKey, data?: Readonly<Record<string, string | number>>) => string;
  sayError: (error: ErrorValue) => string;
  sayMessage: (message: Message | string) => string;
};

function wordsOf(language: Language): Words {
  return {
    language,
    say: (key, data) => say(language, key, data),
    sayError: (error) => sayError(language, error),
    sayMessage: (message) => sayMessage(language, message),
  };
}

const WordsContext = createContext<Words>(wordsOf('zh-CN'));

/** Sets the language of everything inside, library strings included. */
export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const words = useMemo(() => wordsOf(language), [language]);
  return (
    <WordsContext value={words}>
      <I18nProvider locale={language === 'en' ? 'en-GB' : 'zh-CN'}>{children}</I18nProvider>
    </WordsContext>
  );
}

/** The words of the language on screen. */
export function useWords(): Words {
  return useContext(WordsContext);
}
