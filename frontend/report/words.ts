/** The words that the script needs, in the language of the page: they come with it as data. */
import type { Texts } from './texts/index.js';

export type ScriptWords = Texts['script'];

export function readWords<Words = ScriptWords>(): Words {
  return JSON.parse(document.getElementById('script-words')?.textContent ?? '{}') as Words;
}

/** Why the server did not take something, by the kind of its problem. */
export const refusalIn = ({ refusals }: ScriptWords, kind: string | null): string =>
  (refusals as Record<string, string | undefined>)[kind ?? ''] ?? refusals.other;

/** Puts values into `{name}` places. */
export function filled(words: string, values: Record<string, string | number>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}
