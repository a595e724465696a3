/**
 * The languages of the citizen's pages by their own names. Their catalogues are not for the console to load, so the
 * names stand here again; the spec makes a missing one a fault.
 */
export const posterLanguages: Readonly<Record<string, string>> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
};
