/** Whether an answer says yes or no, by its first word. Anything else stays an answer for people to read. Pure. */

const yes = ['yes', 'y', 'yeah', 'yep', 'ja', 'jo', 'oui', 'si', 'نعم', 'اجل', '1'];
const no = ['no', 'n', 'nope', 'not', 'nein', 'ne', 'non', 'لا', 'كلا', '2'];

export function readOutcome(text: string): 'confirmed' | 'denied' | null {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first] = words;
  if (first === undefined) return null;
  const isYes = yes.includes(first);
  // "No, yes it is better": who says both says neither.
  const others = isYes ? no : yes;
  if (words.slice(1).some((word) => word.length > 1 && others.includes(word))) return null;
  return isYes ? 'confirmed' : no.includes(first) ? 'denied' : null;
}
