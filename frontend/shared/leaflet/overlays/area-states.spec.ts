import { describe, expect, it } from '@jest/globals';
import type { AreaStatus } from '@atesto/contract';
import { AreaStates, laterOf } from './area-states.js';

const now = Date.parse('2026-03-01T12:00:00Z');
const area = (id: string, state: string, validUntil: string | null = null): AreaStatus => ({
  id,
  name: id,
  state,
  note: null,
  since: '2026-03-01T08:00:00Z',
  validUntil,
  source: 'Flood office',
});
const states = ['none', 'watch', 'leave'].map((code) => ({
  code,
  names: { en: code },
  colour: '#123456',
  pattern: 'none' as const,
}));

describe('areas', () => {
  const areas = new AreaStates(states, [
    area('a', 'watch'),
    area('b', 'leave', '2026-03-01T11:00:00Z'),
    area('c', 'leave', '2026-03-01T13:00:00Z'),
    area('d', 'none'),
    area('e', 'odd'),
  ]);

  it('whose time has run out count as harmless, and so do unknown states', () => {
    expect(areas.counts(now)).toEqual([3, 1, 1]);
    expect(areas.warned(now).map(({ id }) => id)).toEqual(['c', 'a']);
    expect(areas.warned(now + 7_200_000).map(({ id }) => id)).toEqual(['a']);
    expect(areas.nextEndMs(now)).toBe(Date.parse('2026-03-01T13:00:00Z'));
    expect(areas.nextEndMs(now + 7_200_000)).toBeNull();
  });

  it('take over what they are told', () => {
    areas.set(area('d', 'leave'));
    expect(areas.stateOf(areas.get('d')!, now)?.code).toBe('leave');
  });
});

it('what was told while the states were asked for counts where it is newer', () => {
  const told = (id: string, since: string): AreaStatus => ({ ...area(id, 'leave'), since });
  const answered = [area('a', 'watch'), area('b', 'watch'), area('c', 'watch')];
  const meanwhile = [
    told('a', '2026-03-01T09:00:00Z'),
    told('b', '2026-03-01T07:00:00Z'),
    told('z', '2026-03-01T09:00:00Z'),
  ];
  const later = laterOf(answered, new Map(meanwhile.map((one) => [one.id, one])));
  expect(later.map(({ id, state }) => [id, state])).toEqual([
    ['a', 'leave'],
    ['b', 'watch'],
    ['c', 'watch'],
  ]);
});
