/**
 * Words by which people end and begin messages to them, alone in a message. HELP is none of them here: in a disaster it
 * is a cry. The English ones are those that carriers know. Pure.
 */

const stops = new Set(
  [
    ['stop', 'stopall', 'unsubscribe', 'optout', 'opt out'],
    ['stopp', 'abmelden'],
    ['arret', 'desabonner'],
    ['baja', 'alto', 'parar'],
    ['توقف', 'إيقاف', 'الغاء'],
    ['berhenti'],
    ['sispann'],
  ].flat(),
);
const starts = new Set(
  [
    ['start', 'unstop', 'optin'],
    ['anmelden'],
    ['reprendre'],
    ['alta', 'iniciar'],
    ['ابدأ'],
    ['mulai'],
    ['komanse'],
  ].flat(),
);

export function commandOf(text: string): 'stop' | 'start' | null {
  const word = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}]/gu, '')
    .trim()
    .toLowerCase();
  const plain = (words: ReadonlySet<string>): boolean =>
    words.has(word) || [...words].some((known) => known.normalize('NFKD').replace(/\p{M}/gu, '') === word);
  return plain(stops) ? 'stop' : plain(starts) ? 'start' : null;
}
