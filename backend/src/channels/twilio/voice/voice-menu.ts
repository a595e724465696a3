/** What callers choose from: a language, and the kind of emergency. Pure. */
import type { Deployment } from '../../../deployments/index.js';
import { isSpoken, speakerOf } from './texts/index.js';

const keys = 9;

/** The deployment's languages that are spoken here, by their keys from 1. */
export function spokenLanguages({ languages }: Pick<Deployment, 'languages'>): string[] {
  return languages.filter(isSpoken).slice(0, keys);
}

/** The first language where no other one was chosen. */
export function chosenLanguage(deployment: Pick<Deployment, 'languages'>, digits: string): string {
  const spoken = spokenLanguages(deployment);
  return spoken[Number(digits) - 1] ?? spoken[0] ?? 'en';
}

export interface Kind {
  code: string;
  name: string;
}

/** The first top categories, by their keys from 1, named in the language. */
export function kindsOf({ categories }: Pick<Deployment, 'categories'>, language: string): Kind[] {
  return categories
    .filter(({ parentId, archived }) => parentId === null && !archived)
    .slice(0, keys)
    .map(({ code, names }) => ({ code, name: nameIn(names, language) ?? code }));
}

/** Null for 0, for no key, and for one that stands for nothing: the report counts, not the menu. */
export function chosenKind(deployment: Pick<Deployment, 'categories'>, digits: string): string | null {
  return kindsOf(deployment, '')[Number(digits) - 1]?.code ?? null;
}

const nameIn = (names: Readonly<Record<string, string>>, language: string): string | undefined =>
  names[language] ?? names[language.split('-')[0] ?? ''] ?? names['en'] ?? Object.values(names)[0];

/** Everything that is said in the language's own voice. */
export const textsIn = (language: string) => speakerOf(language).texts;
