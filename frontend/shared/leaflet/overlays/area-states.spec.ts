import { describe, expect, it } from '@jest/globals';
import type { AreaStatus } from '@atesto/contract';
import { AreaStates } from './area-states.js';

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
