/** Words as they are compared while somebody types: without accents, in small letters. Pure. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
