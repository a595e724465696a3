import { describe, expect, it } from '@jest/globals';
import type { AreaStatus, Audience, Change, JournalKind } from '@atesto/contract';
import { idOf, moment } from '../../../test/support/samples.js';
import type { JournalEntry } from '../platform/index.js';
import type { Told } from './changes.js';
import { hidesAreas, tellOfOverlays, type LayersNow } from './overlay-changes.js';

const entry = (kind: JournalKind, data: Record<string, unknown>): JournalEntry => ({
  deploymentId: idOf(1),
  seq: '1',
  cursor: '1.1',
  kind,
  subjectId: idOf(2),
  actorId: idOf(3),
  at: moment,
  data,
});

const area = (id: string, note: string | null): AreaStatus => ({
  ...{
    id,
    name: 'Mill',
    state: 'warning',
    note,
    since: moment.toISOString(),
    validUntil: null,
    source: 'Flood office',
  },
});

function changesFor(audience: Audience, now: LayersNow, ...entries: JournalEntry[]): Change[] {
  const told = new Map<Audience, Told[]>([[audience, []]]);
  tellOfOverlays(entries, told, new Map([[audience, now]]));
  return (told.get(audience) ?? []).map(({ change }) => change);
}
const toldTo = (audience: Audience, ...entries: JournalEntry[]): [string, string][] =>
  changesFor(audience, new Map(), ...entries).map(({ kind, id }) => [kind, id]);

describe('overlays', () => {
  it('are told of once, to the public only where they are or were for all', () => {
    const internal = entry('overlay.added', { visibility: 'responders' });
    const hidden = entry('overlay.changed', { visibility: 'responders', before: { visibility: 'public' } });
    expect(toldTo('responders', internal, hidden)).toEqual([['overlay.changed', idOf(2)]]);
    expect(toldTo('public', internal)).toEqual([]);
    expect(toldTo('public', hidden)).toEqual([['overlay.changed', idOf(2)]]);
  });

  it('tell of an area as it is now, and to nobody who does not see its layer any more', () => {
    const data = { overlay: idOf(9), visibility: 'public', status: area('a', 'Withdrawn since') };
    const said = entry('area.state_changed', data);
    const now = new Map([[idOf(9), [area('b', null), area('a', 'Corrected')]]]);
    expect(changesFor('public', now, said, said)).toEqual([
      { kind: 'area.state_changed', id: idOf(9), at: moment.toISOString(), area: area('a', 'Corrected') },
    ]);
    for (const audience of ['public', 'responders'] as const) {
      expect(changesFor(audience, new Map(), said)).toEqual([]);
      expect(changesFor(audience, new Map([[idOf(9), []]]), said)).toEqual([]);
    }
  });

  it('tell not of each area that a file replaced', () => {
    const data = { overlay: idOf(9), visibility: 'public', status: area('a', null), replaced: true };
    const all = entry('areas.replaced', { visibility: 'public' });
    expect(toldTo('public', entry('area.state_changed', data), all)).toEqual([['overlay.changed', idOf(2)]]);
  });

  it('that were taken back are told of without a name, and other things not here', () => {
    const undone = (visibility: string): JournalEntry => entry('action.undone', { did: 'overlay.added', visibility });
    expect(toldTo('public', undone('public'))).toEqual([['overlay.changed', idOf(1)]]);
    expect(toldTo('public', undone('responders'))).toEqual([]);
    expect(toldTo('responders', undone('responders'))).toEqual([['overlay.changed', idOf(1)]]);
    expect(changesFor('public', new Map([[idOf(2), []]]), undone('responders'))).toHaveLength(1);
    expect(toldTo('public', entry('action.undone', { did: 'offer.changed' }))).toEqual([]);
    expect(toldTo('responders', entry('view.created', {}))).toEqual([]);
  });

  it.each([
    ['overlay.changed', {}, true],
    ['areas.replaced', {}, true],
    ['action.undone', { did: 'area.state_changed' }, true],
    ['area.state_changed', {}, false],
    ['action.undone', { did: 'offer.changed' }, false],
  ] as const)('%s %j withdraws what was told of areas: %s', (kind, data, is) => {
    expect(hidesAreas(entry(kind, data))).toBe(is);
  });
});
