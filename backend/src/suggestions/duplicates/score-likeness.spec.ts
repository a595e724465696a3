import { describe, expect, it } from '@jest/globals';
import { textMarks } from './marks-of.js';
import { plainWords, trigramsOf, wordLikeness } from './plain-words.js';
import { isLikely, likely, scoreLikeness, surely, type Likeness, type Traits } from './score-likeness.js';

const noon = Date.UTC(2026, 1, 3, 12);
const hours = (count: number): number => noon + count * 3_600_000;
const bridge = 'The bridge beside the old mill has fallen and nobody can get across to the clinic';
const traits = (text: string, parts: Partial<Traits> = {}): Traits => ({
  texts: textMarks(text),
  trigrams: trigramsOf(plainWords(text)),
  lat: 41.2,
  lon: 11.5,
  accuracy: 20,
  at: noon,
  category: null,
  reporter: null,
  ...parts,
});
const nowhere = { lat: null, lon: null };
const against = (text: string, parts: Partial<Traits> = {}): Likeness =>
  scoreLikeness(traits(bridge), traits(text, parts));
const kinds = ({ reasons }: Likeness): string[] => reasons.map(({ kind }) => kind);

describe('the likeness of words', () => {
  const of = (one: string, other: string): number =>
    wordLikeness(trigramsOf(plainWords(one)), trigramsOf(plainWords(other)));

  it('is one for the same, nothing for what shares no letters, and bears misspellings', () => {
    expect(of(bridge, bridge.toUpperCase())).toBe(1);
    expect(of(bridge, 'xyz')).toBe(0);
    expect(of('', '')).toBe(0);
    expect(of('the bridge has fallen', 'the brigde has falen')).toBeGreaterThan(0.4);
  });

  it('is high for a text that is quoted in a longer one', () => {
    const quoted = `Forwarded from my aunt in the valley who asks everybody for their help: ${bridge}. Tell others too!`;
    expect(of(bridge, quoted)).toBeGreaterThan(0.8);
  });
});

describe('two reports', () => {
  it('with the same words are told so, however far and late, with or without a place', () => {
    for (const parts of [{}, { at: hours(24 * 60) }, nowhere, { lat: 42, lon: 12 }]) {
      const likeness = against(bridge, parts);
      expect([kinds(likeness)[0], isLikely(likeness)]).toEqual(['same_text', true]);
    }
    expect(against(bridge).score).toBeGreaterThan(0.95);
  });

  it('with the same few words are told so, but it speaks for little', () => {
    const help = scoreLikeness(traits('Help', { lat: 42 }), traits('help!', { at: hours(300) }));
    expect([isLikely(help), help.score < likely]).toEqual([true, true]);
  });

  it('of like words near each other are surely the same; of other words only maybe', () => {
    const other = 'Old mill: the bridge beside it fell, nobody gets across to the clinic';
    expect(against(other, { lat: 41.2005, at: hours(1) }).score).toBeGreaterThan(surely);
    const near = against('We have had no food since Monday', { at: hours(0.2) });
    expect([near.score < surely, near.score < likely]).toEqual([true, true]);
  });

  it('are less likely the same the farther apart, beyond what both accuracies leave open', () => {
    const text = 'Old mill: the bridge fell';
    const at = (lat: number, accuracy: number): number => against(text, { lat, accuracy }).score;
    expect(at(41.2, 20)).toBeGreaterThan(at(41.21, 20));
    expect(at(41.21, 20)).toBeGreaterThan(at(41.3, 20));
    expect(at(41.21, 1500)).toBeGreaterThan(at(41.21, 20));
    expect(at(41.2, 20)).toBeGreaterThan(at(41.2, 50_000));
    expect(against(text, { lat: 41.21 }).reasons).toContainEqual({ kind: 'distance', metres: 1112, reachMetres: 40 });
  });

  it('are less likely the same the later', () => {
    const late = [0, 3, 24, 24 * 30].map((count) => against('Old mill: the bridge fell', { at: hours(count) }).score);
    expect([...late].sort((one, other) => other - one)).toEqual(late);
    expect(new Set(late).size).toBe(4);
  });

  it('are told by category and reporter where both are known', () => {
    const one = traits(bridge, { category: 'road', reporter: 'a' });
    const two = (parts: Partial<Traits>): Likeness => scoreLikeness(one, traits('fallen', parts));
    expect(kinds(two({ category: 'road', reporter: 'a' }))).toEqual(['distance', 'time', 'category', 'same_reporter']);
    expect(kinds(two({ category: null, reporter: null }))).toEqual(['distance', 'time']);
    expect(two({ category: 'road' }).score).toBeGreaterThan(two({}).score);
    expect(two({}).score).toBeGreaterThan(two({ category: 'water' }).score);
  });

  it('are as like one way as the other', () => {
    const [one, two] = [
      traits(bridge, { accuracy: null }),
      traits('the bridge at the mill', { lat: 41.21, at: hours(5) }),
    ];
    expect(scoreLikeness(one, two)).toEqual(scoreLikeness(two, one));
  });
});
