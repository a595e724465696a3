/** The files were made by another program; each is a tone of less than half a second. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { audioTypeOf } from './read-audio.js';
import { readMedium } from './read-medium.js';

const file = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../../test/fixtures/recordings', name));

describe('a recording', () => {
  it.each([
    ['tone.mp3', 'audio/mpeg'],
    ['tone-with-notes.mp3', 'audio/mpeg'],
    ['tone-opus.ogg', 'audio/ogg'],
    ['tone-vorbis.ogg', 'audio/ogg'],
    ['tone.m4a', 'audio/mp4'],
    ['tone.aac', 'audio/aac'],
    ['tone.wav', 'audio/wav'],
  ])('%s is known by its bytes as %s', (name, type) => {
    expect(audioTypeOf(file(name))).toBe(type);
  });

  it('of an old phone is known, too', () => {
    expect(audioTypeOf(Buffer.from('#!AMR\n\x04 and so on', 'latin1'))).toBe('audio/amr');
    expect(audioTypeOf(Buffer.from('#!AMR-WB\n\x04 and so on', 'latin1'))).toBe('audio/amr-wb');
  });

  it.each(['film.mp4', 'film.ogv'])('is not what has pictures: %s', (name) => {
    expect(audioTypeOf(file(name))).toBeNull();
  });

  it.each([
    ['nothing', ''],
    ['words', 'ID3 is the name of a club'],
    ['two bytes that begin a frame', '\xff\xfb'],
    ['a frame without a next one', `\xff\xfb\x90\x64${'x'.repeat(2_000)}`],
    ['a box without an end', '\0\0\0\x08ftyp\xff\xff\xff\xffmoov'],
    ['a page of an unknown codec', `OggS${'\0'.repeat(22)}\x01\x08unknown!`],
    ['a page', '<!doctype html><script>alert(1)</script>'],
  ])('is not %s', (_, bytes) => {
    expect(audioTypeOf(Buffer.from(bytes, 'latin1'))).toBeNull();
  });

  it('is looked for without a fault in whatever comes', () => {
    const beginnings = fc.constantFrom('', 'OggS', 'RIFF', 'ID3', '\xff\xfb', '\xff\xf1', '\0\0\0\x08ftyp', '#!AMR');
    fc.assert(
      fc.property(beginnings, fc.uint8Array({ maxLength: 200 }), (begins, rest) => {
        audioTypeOf(Buffer.concat([Buffer.from(begins, 'latin1'), rest]));
      }),
    );
  });

  it('with boxes within boxes without end is left', () => {
    const nested = Buffer.alloc(800_000);
    nested.writeUInt32BE(8, 0);
    nested.write('ftyp', 4, 'latin1');
    for (let at = 8; at < nested.length; at += 8) {
      nested.writeUInt32BE(nested.length - at, at);
      nested.write('moov', at + 4, 'latin1');
    }
    expect(audioTypeOf(nested)).toBeNull();
  });
});

describe('an upload', () => {
  it('that is a recording is kept as it is', async () => {
    const bytes = file('tone.m4a');
    const medium = await readMedium(bytes);
    expect(medium).toEqual({ bytes, type: 'audio/mp4', width: null, height: null, location: null });
  });

  it('that is neither photo nor recording is refused', async () => {
    await expect(readMedium(file('film.mp4'))).rejects.toMatchObject({ status: 415 });
  });

  it('that is a recording of hours is refused', async () => {
    const long = Buffer.concat([file('tone.wav'), Buffer.alloc(17 * 1024 * 1024)]);
    await expect(readMedium(long)).rejects.toMatchObject({ status: 413 });
  });
});
