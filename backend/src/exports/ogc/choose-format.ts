/** Whether a caller reads a page or a document: by `f`, else by what it accepts. Programs that take both get JSON. Pure. */
import { invalidParameters } from './ogc.problems.js';

export type Format = 'json' | 'html';

interface Wish {
  type: string;
  quality: number;
}

const wishesIn = (accept: string): Wish[] =>
  accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase());
    const quality = parameters.map((word) => /^q=([\d.]+)$/.exec(word)?.[1]).find((found) => found !== undefined);
    return { type, quality: Number(quality ?? 1) };
  });

const json = /^(\*\/\*|application\/(\*|([\w.+-]+\+)?json))$/;
const html = /^(text\/html|application\/xhtml\+xml)$/;

const best = (wishes: Wish[], kind: RegExp): number =>
  Math.max(0, ...wishes.filter(({ type }) => kind.test(type)).map(({ quality }) => quality));

/** @throws Problem 400 for a format that we have not */
export function chooseFormat(f: string | undefined, accept: string | undefined): Format {
  if (f === 'json' || f === 'html') return f;
  if (f !== undefined) throw invalidParameters([{ pointer: '/f', detail: 'must be json or html' }]);
  const wishes = wishesIn(accept ?? '*/*');
  return best(wishes, html) > best(wishes, json) ? 'html' : 'json';
}
