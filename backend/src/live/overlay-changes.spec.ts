import { describe, expect, it } from '@jest/globals';
import type { Audience, JournalKind } from '@atesto/contract';
import { idOf, moment } from '../../../test/support/samples.js';
import type { JournalEntry } from '../platform/index.js';
import type { Told } from './changes.js';
import { tellOfOverlays } from './overlay-changes.js';

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

function toldTo(audience: Audience, ...entries: JournalEntry[]): [string, string][] {
  const told = new Map<Audience, Told[]>([[audience, []]]);
  tellOfOverlays(entries, told);
  return (told.get(audience) ?? []).map(({ change }) => [change.kind, change.id]);
}

describe('overlays', () => {
  it('are told of once, to the public only where they are or were for all', () => {
    const internal = entry('overlay.added', { visibility: 'responders' });
    const hidden = entry('overlay.changed', { visibility: 'responders', before: { visibility: 'public' } });
    expect(toldTo('responders', internal, hidden)).toEqual([['overlay.changed', idOf(2)]]);
    expect(toldTo('public', internal)).toEqual([]);
    expect(toldTo('public', hidden)).toEqual([['overlay.changed', idOf(2)]]);
  });

  it('tell of each change of an area, but not of each one that a file replaced', () => {
    const data = { overlay: idOf(9), visibility: 'public', status: { id: 'a' } };
    const one = entry('area.state_changed', data);
    expect(toldTo('public', one, one)).toEqual(Array(2).fill(['area.state_changed', idOf(9)]));
    expect(toldTo('public', entry('area.state_changed', { ...data, visibility: 'responders' }))).toEqual([]);
    const all = entry('areas.replaced', { visibility: 'public' });
    expect(toldTo('public', entry('area.state_changed', { ...data, replaced: true }), all)).toEqual([
      ['overlay.changed', idOf(2)],
    ]);
  });

  it('that were taken back are told of without a name, and other things not here', () => {
    expect(toldTo('public', entry('action.undone', { did: 'overlay.added' }))).toEqual([['overlay.changed', idOf(1)]]);
    expect(toldTo('public', entry('action.undone', { did: 'offer.changed' }))).toEqual([]);
    expect(toldTo('responders', entry('view.created', {}))).toEqual([]);
  });
});
