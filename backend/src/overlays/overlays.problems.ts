/** What can go wrong with overlays and their files. */
import { Problem } from '../platform/index.js';

export const mostOverlays = 50;

export const tooManyOverlays = (): Problem =>
  new Problem(
    409,
    'too-many-overlays',
    'Too many layers',
    `A map has at most ${mostOverlays} layers. Remove some first.`,
  );

export const unfitFile = (detail: string): Problem =>
  new Problem(422, 'unfit-file', 'The file cannot be used', `The file ${detail}.`);

export const fileTooLarge = (mostBytes: number): Problem =>
  new Problem(
    413,
    'file-too-large',
    'The file is too large',
    `At most ${Math.floor(mostBytes / 1024 / 1024)} MB of this kind are taken.`,
  );

export const noStream = (type: string): Problem =>
  new Problem(415, 'unsupported-type', 'Unsupported type', `Send the file itself, as ${type}.`);
