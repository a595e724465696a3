import { describe, expect, it } from '@jest/globals';
import { heard, initialsOf, nobodyElse } from './presence.js';

const ada = { id: 'ada', name: 'Ada Example' };
const bo = { id: 'bo', name: 'Bo Example' };
const at = (...ids: string[]) => ids.map((id) => ({ kind: 'report' as const, id }));

describe('who looks at what', () => {
  it('follows each person, and leaves what did not change as it is', () => {
    const first = heard(nobodyElse, {
      whole: true,
      people: [
        { person: ada, at: at('well', 'dam') },
        { person: bo, at: at('well') },
      ],
    });
    expect([...first]).toEqual([
      ['well', [ada, bo]],
      ['dam', [ada]],
    ]);
    const second = heard(first, { whole: false, people: [{ person: bo, at: [] }] });
    expect([...second]).toEqual([
      ['well', [ada]],
      ['dam', [ada]],
    ]);
    expect(second.get('dam')).toBe(first.get('dam'));
  });

  it('forgets everyone else when it is told the whole', () => {
    const first = heard(nobodyElse, { whole: true, people: [{ person: ada, at: at('well') }] });
    const second = heard(first, { whole: true, people: [{ person: bo, at: at('dam') }] });
    expect([...second]).toEqual([['dam', [bo]]]);
  });
});

describe('initials', () => {
  it.each([
    ['Ana Ruiz', 'AR'],
    ['  maría de la cruz ', 'MC'],
    ['Cher', 'C'],
    ['', ''],
    ['𝒜da 𝓑o', '𝒜𝓑'],
  ])('of %s are %s', (name, letters) => expect(initialsOf(name)).toBe(letters));
});
