/** The category cell of an Ushahidi export: `1a. French | English, 2b. French | English, `. Pure. */
import type { CategoryIcon, CategoryInput } from '@atesto/contract';

export interface GivenCategory {
  /** Number and letter, empty where there is none. */
  number: string;
  /** One or two names as they stand. */
  names: string[];
}

/** Splits before each number, since names may hold commas; a cell without numbers is split at commas. */
export function readCategoryCell(cell: string): GivenCategory[] {
  const parts = /\d+[a-z]?\.\s/.test(cell) ? cell.split(/,\s*(?=\d+[a-z]?\.\s)/) : cell.split(',');
  return parts.flatMap((part) => {
    const [, number = '', rest = ''] = /^\s*(?:(\d+[a-z]?)\.\s+)?(.*?)[,\s]*$/s.exec(part) ?? [];
    const names = rest.split('|').map((name) => name.trim());
    return names.some((name) => name !== '') ? [{ number, names: names.filter((name) => name !== '') }] : [];
  });
}

export function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'category'
  );
}

const englishName = ({ names }: GivenCategory): string => names.at(-1) ?? '';

/** The number alone is no name: real exports use one for several categories. */
export function codeOf(category: GivenCategory): string {
  return slugOf(`${category.number} ${englishName(category)}`);
}

const colours = ['#b3261e', '#1c6fb8', '#0d8b8b', '#6b4fa0', '#7a5c3e', '#a3660a', '#2f8a3c', '#4a5560', '#86710a'];

const iconWords: [RegExp, CategoryIcon][] = [
  [/medic|health|hospital|clinic|disease|psych|care/i, 'medical'],
  [/fire/i, 'fire'],
  [/trapped|collapse|structure|rubble|earthquake/i, 'collapse'],
  [/contaminat|sanitation/i, 'contamination'],
  [/water/i, 'water'],
  [/food/i, 'food'],
  [/shelter|idp/i, 'shelter'],
  [/fuel|power/i, 'power'],
  [/road|bridge/i, 'road'],
  [/security|loot|violence|gouging/i, 'security'],
  [/missing|search|person/i, 'missing'],
  [/message|communication/i, 'communication'],
  [/supply|supplies|distribution|vital/i, 'supplies'],
  [/emergency|services/i, 'help'],
];

/** What the deployment will hold: both names, the parent by its number (`2` above `2a`), a colour a group. */
export function categoryInput(
  category: GivenCategory,
  codeByNumber: ReadonlyMap<string, string>,
  languages: readonly [first: string, second: string],
): CategoryInput {
  const name = englishName(category);
  const group = /^\d+/.exec(category.number)?.[0] ?? '';
  const parent = group === category.number ? undefined : codeByNumber.get(group);
  const names =
    category.names.length > 1
      ? { [languages[0]]: category.names[0] ?? name, [languages[1]]: name }
      : { [languages[1]]: name };
  return {
    code: codeOf(category),
    parent: parent ?? null,
    names,
    colour: colours[Number(group || 0) % colours.length] ?? '#4a5560',
    icon: iconWords.find(([words]) => words.test(name))?.[1] ?? 'dot',
    sensitive: false,
  };
}
