/** Makes one spelling of the many that keyboards and apps have for digits, minus signs, quotes and spaces. */

/** The digits zero of scripts whose numbers people type. */
const zeros = [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xbe6, 0xe50, 0x1040, 0x17e0, 0xff10];

const digit = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? character : String(code - zero);
};

export function plainText(text: string): string {
  return (
    text
      .replace(/\p{Nd}/gu, digit)
      // Marks of direction and joints, which copying from right-to-left pages leaves behind.
      .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
      .replace(/[−‐‑–﹣－]/g, '-')
      .replace(/٫/g, '.')
      .replace(/[،，]/g, ',')
      .replace(/[؛；]/g, ';')
      .replace(/[º˚∘]/g, '°')
      .replace(/[″“”„‟ʺ〃＂]|[′’‘‛´`ʹ‵ʼ']{2}/g, '"')
      .replace(/[′’‘‛´`ʹ‵ʼ＇]/g, "'")
      .replace(/[\s\u00a0]+/g, ' ')
      .trim()
  );
}
