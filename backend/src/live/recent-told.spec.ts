import { describe, expect, it } from '@jest/globals';
import type { Change } from '@atesto/contract';
import type { Told } from './changes.js';
import { isAfter, RecentTold } from './recent-told.js';

const told = (kind: string, id: string): Told => ({
  change: { kind, id, at: '2026-01-01T00:00:00Z' } as Change,
  places: [],
});
const quarantined = (kind: string, id: string): Told => {
  const { change, places } = told(kind, id);
  return { change: { ...change, report: { id, quarantined: true } } as Change, places };
};
const kindsSince = (recent: RecentTold, cursor: string, isPublic = false): string[] | null =>
  recent.since(cursor, isPublic)?.told.map(({ change }) => `${change.kind} ${change.id}`) ?? null;

describe('what was told lately', () => {
  const recent = new RecentTold('10.1');
  recent.add('11.2', [told('incident.opened', 'a'), told('incident.opened', 'b')]);
  recent.add('12.3', [told('incident.changed', 'a')]);
  recent.add('12.4', []);
  recent.add('13.5', [told('incident.changed', 'a'), told('incident.withdrawn', 'b')]);

  it('is what came after a cursor, in order, of each kind the last', () => {
    expect(kindsSince(recent, '10.1')).toEqual(['incident.opened a', 'incident.changed a', 'incident.withdrawn b']);
    expect(kindsSince(recent, '12.3')).toEqual(['incident.changed a', 'incident.withdrawn b']);
    expect(recent.since('13.5', false)).toEqual({ cursor: '13.5', told: [] });
  });

  it('holds nothing from before something was hidden, and what came after it', () => {
    const admitted = new RecentTold('1.1');
    admitted.add('2.2', [
      told('report.received', 'a'),
      told('report.received', 'b'),
      quarantined('report.undone', 'a'),
    ]);
    admitted.add('3.3', [told('report.admitted', 'a')]);
    expect(kindsSince(admitted, '1.1')).toEqual(['report.received b', 'report.undone a', 'report.admitted a']);
  });

  it('is for the public only the last word on each thing', () => {
    expect(kindsSince(recent, '10.1', true)).toEqual(['incident.changed a', 'incident.withdrawn b']);
  });

  it('keeps what each area of a layer became, and every note', () => {
    const apart = new RecentTold('1.1');
    const area = (id: string): Told => ({
      ...told('area.state_changed', 'layer'),
      change: { kind: 'area.state_changed', id: 'layer', area: { id } } as Change,
    });
    apart.add('2.2', [area('north'), area('south'), area('north'), told('note.added', 'r'), told('note.added', 'r')]);
    for (const isPublic of [true, false])
      expect(kindsSince(apart, '1.1', isPublic)).toEqual([
        'area.state_changed layer',
        'area.state_changed layer',
        'note.added r',
        'note.added r',
      ]);
  });

  it('is not known before it began, nor beyond what was told', () => {
    expect(recent.since('10.0', false)).toBeNull();
    expect(recent.since('13.6', false)).toBeNull();
  });

  it('begins anew where something was told to nobody', () => {
    const broken = new RecentTold('1.1');
    broken.add('2.2', [told('report.received', 'a')]);
    broken.forget('3.3');
    expect(broken.since('2.2', false)).toBeNull();
    broken.add('4.4', [told('report.received', 'b')]);
    expect(kindsSince(broken, '3.3')).toEqual(['report.received b']);
  });

  it('forgets the oldest where there is too much', () => {
    const long = new RecentTold('0.0');
    for (let at = 1; at <= 250; at++)
      long.add(
        `${at}.${at}`,
        Array.from({ length: 100 }, (_, n) => told('report.received', `${at} ${n}`)),
      );
    expect(long.since('49.49', false)).toBeNull();
    expect(long.since('50.50', false)?.told).toHaveLength(20_000);
  });
});

describe('cursors', () => {
  it('are compared by transaction, then by number', () => {
    expect([isAfter('10.1', '9.9'), isAfter('9.10', '9.9'), isAfter('9.9', '9.9'), isAfter('9.9', '10.1')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
