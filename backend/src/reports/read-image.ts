/**
 * Takes a photo apart and puts it together again: only pixels come through, so neither hidden data nor a broken file
 * reaches anyone. The place it carries is kept aside as a suggestion.
 */
import exifr from 'exifr';
import sharp from 'sharp';
import { Problem } from '../platform/index.js';

export interface ReadImage {
  bytes: Buffer;
  type: 'image/jpeg';
  width: number;
  height: number;
  location: { lat: number; lon: number } | null;
}

/** Longest side kept, in pixels. */
const longestSide = 2560;
const thumbnailSide = 480;
/** A small file can unpack to an enormous picture. */
const mostPixels = 100_000_000;

const unsupported = (): Problem =>
  new Problem(
    415,
    'unsupported-type',
    'Unsupported media type',
    'Photos can be JPEG, PNG, WebP, AVIF, GIF or TIFF; recordings MP3, OGG, AMR, M4A, AAC or WAV.',
  );

async function gpsOf(bytes: Buffer): Promise<{ lat: number; lon: number } | null> {
  try {
    const gps = await exifr.gps(bytes);
    const isPoint = Math.abs(gps?.latitude) <= 90 && Math.abs(gps?.longitude) <= 180;
    return isPoint ? { lat: gps.latitude, lon: gps.longitude } : null;
  } catch {
    return null;
  }
}

/** @throws Problem 415 for what is no picture */
export async function readImage(bytes: Buffer): Promise<ReadImage> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated' })
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, type: 'image/jpeg', width: info.width, height: info.height, location: await gpsOf(bytes) };
  } catch {
    throw unsupported();
  }
}

export function makeThumbnail(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, { limitInputPixels: mostPixels })
    .resize({ width: thumbnailSide, height: thumbnailSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 76 })
    .toBuffer();
}
