/** Decides what an upload is: a recording, kept as it is, or a picture, of which only the pixels are kept. */
import { Problem } from '../platform/index.js';
import { audioTypeOf, type AudioType } from './read-audio.js';
import { readImage } from './read-image.js';

export interface ReadMedium {
  bytes: Buffer;
  type: AudioType | 'image/jpeg';
  width: number | null;
  height: number | null;
  location: { lat: number; lon: number } | null;
}

/** As large as the messengers let voice messages become: more than an hour of speech. */
const mostAudioBytes = 16 * 1024 * 1024;

const tooLong = (): Problem =>
  new Problem(413, 'too-large', 'Too large', `A recording can have ${mostAudioBytes / 1024 / 1024} MB.`);

/** @throws Problem 415 for what is neither, 413 for a recording that is too large */
export async function readMedium(bytes: Buffer): Promise<ReadMedium> {
  const type = audioTypeOf(bytes);
  if (type === null) return readImage(bytes);
  if (bytes.length > mostAudioBytes) throw tooLong();
  return { bytes, type, width: null, height: null, location: null };
}

export const isPicture = ({ type }: { type: string }): boolean => type.startsWith('image/');
