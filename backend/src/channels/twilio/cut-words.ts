/** Cuts what is too long for one message, between words where it can. Pure. */

export function cutWords(text: string, most: number): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > most) {
    const gap = rest.slice(0, most + 1).search(/\s\S*$/);
    const end = gap > most / 2 ? gap : wholeCharacters(rest, most);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...parts, rest];
}

/** Not within the two halves of one character. */
const wholeCharacters = (text: string, end: number): number =>
  /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end - 1 : end;
