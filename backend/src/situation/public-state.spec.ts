import { describe, expect, it } from '@jest/globals';
import type { ChangedIncident, SituationIncident, SituationState } from '@atesto/contract';
import { numbersIn, publicState, saferToday } from './public-state.js';

const changed = (number: number): ChangedIncident => ({
  number,
  title: `Incident ${number}`,
  severity: 'high',
  status: 'open',
  before: null,
});
const listed = (number: number) => ({ number, location: { lat: 1.0004, lon: 2.0004 } }) as SituationIncident;
const saved = {
  takenAt: '2026-02-03T04:05:06.000Z',
  numbers: { opened: 3, received: 9, byChannel: [{ channel: 'web', count: 9 }] },
  times: { minutes: 60, received: [9], opened: [3] },
  incidents: [listed(1), listed(2)],
  changes: {
    since: { number: 1, takenAt: '2026-02-02T04:05:06.000Z' },
    counts: { new: 60, escalated: 1, withdrawn: 1 },
    items: { new: [changed(1), changed(3)], escalated: [changed(3)], withdrawn: [changed(4)] },
  },
  precisionMetres: 100,
} as unknown as SituationState;

describe('what the public reads of a state', () => {
  it('tells nothing of raw reports, nor of what was withdrawn', () => {
    const state = publicState(saved);
    expect(JSON.stringify(state)).not.toMatch(/received|byChannel|withdrawn|Incident 4/);
    expect(state.changes?.counts).toEqual({ new: 60, escalated: 1 });
    expect(numbersIn(state).sort()).toEqual([1, 2, 3]);
    expect(publicState({ ...saved, changes: null }).changes).toBeNull();
  });

  it('leaves out what was hidden since, in lists, changes and their counts', () => {
    const state = saferToday(saved, (number) => number === 1, 100);
    expect(state.incidents).toEqual([listed(1)]);
    expect(state.changes?.items).toEqual({ new: [changed(1)], escalated: [] });
    expect(state.changes?.counts).toEqual({ new: 59, escalated: 0 });
  });

  it('is never finer than today, and never finer than it was', () => {
    const shown = (precision: number) => saferToday(saved, () => true, precision);
    expect(shown(10)).toMatchObject({ precisionMetres: 100, incidents: [listed(1), listed(2)] });
    expect(shown(50_000).precisionMetres).toBe(50_000);
    expect(shown(50_000).incidents[0]?.location).not.toEqual(listed(1).location);
  });
});
