import { describe, expect, it } from '@jest/globals';
import { idOf } from '../../../../test/support/samples.js';
import type { KeptMedium } from '../../reports/index.js';
import { readSubmission } from './read-submission.js';

const made = idOf(1);
const near = { lat: 18.5, lon: -72.3, reach: 0.4 };
const read = (body: unknown, media: KeptMedium[] = []) => readSubmission(body, { near, media, makeId: () => made });
const photo: KeptMedium = { digest: 'd', bytes: 1, type: 'image/jpeg', width: 1, height: 1, location: null };

describe('a report as JSON', () => {
  it('becomes a submission named by its id', () => {
    const id = idOf(5).replace('8000', 'ABCD');
    expect(read({ id, text: ' water ', observedAt: '2026-02-03T04:05:06+01:00' })).toMatchObject({
      channel: 'web',
      externalId: id.toLowerCase(),
      reportId: id.toLowerCase(),
      text: 'water',
      observedAt: new Date('2026-02-03T03:05:06Z'),
    });
  });

  it('reads a time without a zone as UTC', () => {
    for (const observedAt of ['2026-02-03T04:05:06', '2026-02-03T04:05:06Z', '2026-02-03T06:05:06+02:00']) {
      expect(read({ text: 'x', observedAt }).observedAt).toEqual(new Date('2026-02-03T04:05:06Z'));
    }
    expect(read({ text: 'x', observedAt: '2026-02-03' }).observedAt).toEqual(new Date('2026-02-03T00:00:00Z'));
  });

  it('has the point that the words of the place stand for, and keeps the words', () => {
    const place = `18°32'21"N 72°20'11"W`;
    expect(read({ place })).toMatchObject({ place, location: { lat: 18.5391667, lon: -72.3363889, accuracy: 22 } });
    expect(read({ place: 'GMQ7+MC Port-au-Prince' }).location).toMatchObject({ lat: 18.5391875 });
    expect(read({ place: 'Behind the school, 3 people, 2 dogs' }).location).toBeUndefined();
    expect(read({ place, location: { lat: 1, lon: 2 } }).location).toEqual({ lat: 1, lon: 2 });
    // Taken away by the person.
    expect(read({ place, location: null }).location).toBeUndefined();
  });

  it('may announce photos instead of words, up to eight', () => {
    expect(read({ photos: 8 })).toMatchObject({ text: '', mediaExpected: 8, quarantined: false });
    expect(read({ text: 'x', photos: null }).mediaExpected).toBe(0);
    for (const photos of [0, 9, -1, 1.5, '2']) {
      expect(() => read({ photos })).toThrow(expect.objectContaining({ status: 422 }));
    }
  });

  it('waits in quarantine when the field that people do not see is filled', () => {
    expect(read({ text: 'x', trap: 'http://example.org' }).quarantined).toBe(true);
    for (const trap of [null, '', ' ', undefined]) expect(read({ text: 'x', trap }).quarantined).toBe(false);
  });

  it('is refused with answers nested deeper than eight levels, however deep', () => {
    const nested = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => ({ inner }), 1);
    expect(read({ text: 'x', answers: nested(8) }).answers).toBeDefined();
    for (const levels of [9, 5000]) {
      expect(() => read({ text: 'x', answers: nested(levels) })).toThrow(expect.objectContaining({ status: 422 }));
    }
  });

  it('gets an id when it has none', () => {
    expect(read({ text: 'x' })).toMatchObject({ reportId: made, externalId: made });
  });

  it('takes null for what is not there', () => {
    const nothing = { category: null, location: null, place: null, observedAt: null, language: null, reporter: null };
    const submission = read({ text: 'x', ...nothing, answers: null });
    for (const field of [...Object.keys(nothing), 'answers']) {
      expect(submission[field as keyof typeof submission]).toBeUndefined();
    }
  });

  it('needs a text, a place or a photo', () => {
    expect(() => read({ text: ' ' })).toThrow(expect.objectContaining({ status: 422 }));
    expect(read({ place: 'here' }).text).toBe('');
    expect(read({ location: { lat: 0, lon: 0 } }).location).toEqual({ lat: 0, lon: 0 });
    expect(read({}, [photo]).media).toEqual([photo]);
  });

  it('refuses what it cannot be sure of', () => {
    const refused = [
      { text: 'x', location: 'here' },
      { text: 'x', reporter: 'me' },
      { text: 'x', answers: [] },
      { text: 'x', location: { lat: '1', lon: 2 } },
      JSON.parse('{"text":"x","__proto__":{"place":"y"}}'),
      { text: 'x', observedAt: '2026-02-30T00:00:00Z' },
    ];
    for (const body of refused as unknown[]) expect(() => read(body)).toThrow(expect.objectContaining({ status: 422 }));
  });
});
