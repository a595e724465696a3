/** Marks a text that depends on a number, so that every language gives its own plural forms for it. */
import type { PluralForms } from '../../shared/i18n.js';

export const plural = (forms: PluralForms): PluralForms => forms;

/** Puts values in the places that a text leaves open: `{name}`. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (open, name: string) => String(values[name] ?? open));
