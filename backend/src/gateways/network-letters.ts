/** The letters that phone networks send as 7 bits each. One other makes the whole message twice as long. Pure. */

/** Source: 3GPP TS 23.038, the default alphabet. */
const alphabet = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Each of these takes the room of two. */
const extension = new Set('^{}[]~|€\\\f');

/** All are of the alphabet itself. */
export const isPlain = (text: string): boolean => [...text].every((letter) => alphabet.has(letter));

/** Networks can send it without the other alphabet. */
export const isSentPlain = (text: string): boolean =>
  [...text].every((letter) => alphabet.has(letter) || extension.has(letter));
