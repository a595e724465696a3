/** Why a piece of a photo is not taken. */
import { Problem } from '../../../platform/index.js';

export const wrongOffset = (offset: number): Problem =>
  new Problem(409, 'wrong-offset', 'Another piece is next', `Go on at byte ${offset}.`, undefined, {
    'upload-offset': String(offset),
  });

export const otherLength = (): Problem =>
  new Problem(422, 'other-length', 'Another length', 'This photo was begun with another Upload-Length.');

export const tooManyPhotos = (most: number): Problem =>
  new Problem(413, 'too-many-photos', 'Too many photos', `A report can have at most ${most} photos.`);

export const photoTooLarge = (mostBytes: number): Problem =>
  new Problem(413, 'too-large', 'Too large', `A photo can have at most ${mostBytes} bytes.`);

export const pieceTooLong = (): Problem =>
  new Problem(413, 'too-large', 'Too large', 'The piece goes beyond the Upload-Length of the photo.');

export const otherReportsPhoto = (): Problem =>
  new Problem(422, 'photo-taken', 'Another photo has this id', 'Give a new photo a new id.');

export const pieceUnderWay = (): Problem =>
  new Problem(
    423,
    'piece-under-way',
    'A piece is under way',
    'Another piece of this photo is arriving now.',
    undefined,
    {
      'retry-after': '1',
    },
  );

export const brokenOff = (): Problem =>
  new Problem(400, 'broken-off', 'The piece broke off', 'What arrived is kept; ask with HEAD where to go on.');

export const notOctets = (): Problem =>
  new Problem(415, 'unsupported-type', 'Unsupported media type', `Send pieces as ${pieceType}.`);

/** The body is read as it comes. */
export const pieceType = 'application/offset+octet-stream';
