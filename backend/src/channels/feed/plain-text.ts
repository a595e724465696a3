/** The words of a piece of HTML as somebody else wrote it, for responders to read. What comes out is never HTML again. Pure. */
import { decodeHTML } from 'entities';

/** Longer pieces are cut: nobody reads them, and reading them takes time. */
const longest = 100_000;

/** Without what lies between two marks, to the end where the second is missing. In linear time. */
function without(html: string, begin: RegExp | string, end: RegExp | string): string {
  const [first = '', ...rest] = html.split(begin);
  const kept = rest.map((piece) => piece.split(end).slice(1).join(''));
  return first + kept.join('');
}

export function plainText(html: string): string {
  const short = html.slice(0, longest);
  const visible = without(without(short, '<!--', '-->'), /<(?:script|style)\b/i, /<\/(?:script|style)[^<>]*>/i);
  const text = visible
    .replace(/\s+/g, ' ')
    .replace(/<(?:br|\/p|\/div|\/li|\/h[1-6]|\/tr|\/blockquote)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '');
  return decodeHTML(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
