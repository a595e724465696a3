/** Light, dark, or as the system says: the choice is an attribute on the root that theme.css reads. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'atesto.theme';
const isTheme = (value: string | null): value is Theme => themes.some((theme) => theme === value);

export const storedTheme = (): Theme => {
  try {
    const value = localStorage.getItem(storageKey);
    return isTheme(value) ? value : 'system';
  } catch {
    return 'system';
  }
};

export const applyTheme = (theme: Theme, root: HTMLElement = document.documentElement): void => {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    return;
  }
};
