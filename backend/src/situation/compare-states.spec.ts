import { describe, expect, it } from '@jest/globals';
import { compareStates, mostItems, type StateRow } from './compare-states.js';

const row = (number: number, parts: Partial<StateRow> = {}): StateRow => ({
  id: `incident-${number}`,
  number,
  title: `Incident ${number}`,
  severity: 'normal',
  status: 'open',
  lat: 1,
  lon: 2,
  openedAt: `2026-02-03T04:${String(number).padStart(2, '0')}:00.000Z`,
  ...parts,
});
const whole = (...rows: StateRow[]) => ({ rows, isWhole: true });
const counts = (before: StateRow[], now: StateRow[]) => {
  const all = compareStates(whole(...before), whole(...now)).counts;
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
};

describe('what changed between two states', () => {
  it('is nothing where nothing did', () => {
    expect(counts([row(1), row(2)], [row(2), row(1)])).toEqual({});
  });

  it.each([
    ['new', [], [row(1)]],
    ['withdrawn', [row(1)], []],
    ['escalated', [row(1)], [row(1, { severity: 'critical' })]],
    ['deescalated', [row(1, { severity: 'high' })], [row(1)]],
    ['responding', [row(1)], [row(1, { status: 'responding' })]],
    ['resolved', [row(1, { status: 'responding' })], [row(1, { status: 'resolved' })]],
    ['reopened', [row(1, { status: 'resolved' })], [row(1)]],
    ['moved', [row(1)], [row(1, { lat: 1.1 })]],
    ['moved', [row(1)], [row(1, { lat: null, lon: null })]],
  ] as const)('says %s', (change, before, now) => {
    expect(counts([...before], [...now])).toEqual({ [change]: 1 });
  });

  it('says all of what happened to one', () => {
    const now = row(1, { severity: 'critical', status: 'resolved', lon: 9 });
    expect(counts([row(1)], [now])).toEqual({ escalated: 1, resolved: 1, moved: 1 });
    expect(counts([row(1, { status: 'resolved' })], [row(1, { status: 'responding' })])).toEqual({ reopened: 1 });
  });

  it('takes a place that is written otherwise as the same', () => {
    expect(counts([row(1)], [row(1, { lat: 1.000001 })])).toEqual({});
  });

  it('shows the most severe first, with what they were, and counts those that are not shown', () => {
    const before = [row(1), row(2)];
    const now = [row(1, { severity: 'high' }), row(2, { severity: 'critical' })];
    expect(compareStates(whole(...before), whole(...now)).items.escalated).toEqual([
      { number: 2, title: 'Incident 2', severity: 'critical', status: 'open', before: { severity: 'normal', status: 'open' } }, // prettier-ignore
      { number: 1, title: 'Incident 1', severity: 'high', status: 'open', before: { severity: 'normal', status: 'open' } }, // prettier-ignore
    ]);
    const many = Array.from({ length: mostItems + 7 }, (_, at) => row(at));
    const { counts: counted, items } = compareStates(whole(), whole(...many));
    expect([counted.new, items.new.length]).toEqual([mostItems + 7, mostItems]);
  });

  it('compares only what both know, where one of them holds the newest only', () => {
    const former = { rows: [row(5), row(4)], isWhole: false };
    const now = whole(row(6), row(5), row(3));
    expect(compareStates(former, now).counts).toMatchObject({ new: 1, withdrawn: 1 });
  });
});
