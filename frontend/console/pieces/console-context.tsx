/** What every view can reach: the state (by selection), the actions, and the words of the chosen language. */
import { createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Category } from '@atesto/contract';
import { formatsIn, nameIn, pluralIn, regionOf, type Formats, type PluralForms } from '../../shared/i18n.js';
import type { Theme } from '../../shared/theme.js';
import type { Actions } from '../actions/actions.js';
import type { Context } from '../actions/context.js';
import type { ConsoleState } from '../store/state.js';
import { textsOf, type Language, type Texts } from '../texts/texts.js';

export interface Words {
  t: Texts;
  language: Language;
  plural: (count: number, forms: PluralForms) => string;
  format: Formats;
  /** A category's name in the reader's language. */
  nameOf: (category: Category) => string;
}

export const wordsIn = (language: Language): Words => ({
  t: textsOf[language],
  language,
  plural: pluralIn(language),
  format: formatsIn(regionOf(language, navigator.languages)),
  nameOf: (category) => nameIn(category.names, language) || category.code,
});

export interface Console {
  context: Context;
  actions: Actions;
  words: Words;
  setLanguage: (language: Language) => void;
  theme: Theme;
  setTheme: (theme: Theme) => void;
}

export const ConsoleContext = createContext<Console | null>(null);

export const useConsole = (): Console => {
  const found = useContext(ConsoleContext);
  if (found === null) throw new Error('No console around this view');
  return found;
};

export const useWords = (): Words => useConsole().words;
export const useActions = (): Actions => useConsole().actions;

/** Part of the state; the view renders again only when that part is another value. */
export const useSelect = <Part,>(select: (state: ConsoleState) => Part): Part => {
  const { store } = useConsole().context;
  const latest = useRef(select);
  latest.current = select;
  const [, render] = useState({});
  const shown = select(store.get());
  const last = useRef(shown);
  last.current = shown;
  useEffect(() => {
    const look = (): void => {
      if (!Object.is(latest.current(store.get()), last.current)) render({});
    };
    // Something may have happened between the first render and now.
    look();
    return store.subscribe(look);
  }, [store]);
  return shown;
};

/** The deployment that is open; only for views inside the room or the settings, where there is one. */
export const useCategories = (): readonly Category[] => useSelect((state) => state.deployment.view?.categories ?? none);
const none: readonly Category[] = [];
