/** Language and appearance of the page. */
import { rememberLanguage } from '../shared/i18n.js';
import { applyTheme, storedTheme, themes, type Theme } from '../shared/theme.js';
import type { Context } from './context.js';
import { element } from './element.js';
import { catalogues, languages } from './texts/index.js';

export function settingsPanel({ texts, language }: Context): HTMLElement {
  const option = (value: string, words: string, selected: boolean) => element('option', { value, selected }, words);
  const languageSelect = element(
    'select',
    {},
    ...languages.map((one) => option(one, catalogues[one].language, one === language)),
  );
  languageSelect.addEventListener('change', () => {
    rememberLanguage(languageSelect.value);
    location.reload();
  });
  const themeSelect = element(
    'select',
    {},
    ...themes.map((theme) => option(theme, texts.settings.themes[theme], theme === storedTheme())),
  );
  themeSelect.addEventListener('change', () => applyTheme(themeSelect.value as Theme));
  return element(
    'form',
    { className: 'filters' },
    element('label', { className: 'field' }, texts.settings.language, languageSelect),
    element('label', { className: 'field' }, texts.settings.theme, themeSelect),
  );
}
