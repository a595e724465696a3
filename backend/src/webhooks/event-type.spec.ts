import { describe, expect, it } from '@jest/globals';
import { eventTypeOf, type Moment } from './event-type.js';

const shown = { before: true, after: true, now: true };
const usual: Moment = {
  kind: 'incident.changed',
  data: {},
  audience: 'public',
  wasTold: true,
  hearsOpened: true,
  shown,
};
const typeOf = (parts: Partial<Moment>) => eventTypeOf({ ...usual, ...parts });

describe('what a webhook is told', () => {
  it('follows what happened', () => {
    expect(typeOf({})).toBe('incident.changed');
    expect(typeOf({ kind: 'incident.opened', wasTold: false })).toBe('incident.opened');
    expect(typeOf({ kind: 'incident.status_changed', data: { status: 'resolved' } })).toBe('incident.resolved');
    expect(typeOf({ kind: 'incident.status_changed', data: { status: 'responding' } })).toBe('incident.changed');
  });

  it('is that it was opened, when it comes into sight', () => {
    expect(typeOf({ shown: { ...shown, before: false }, wasTold: false })).toBe('incident.opened');
    expect(typeOf({ kind: 'incident.seconded', shown: { ...shown, before: false } })).toBe('incident.opened');
  });

  it('is that it was opened, where it never heard of it, if it wants to hear that', () => {
    const later: Partial<Moment>[] = [{}, { kind: 'incident.status_changed', data: { status: 'resolved' } }];
    for (const one of later) expect(typeOf({ ...one, wasTold: false })).toBe('incident.opened');
    expect(typeOf({ wasTold: false, hearsOpened: false })).toBe('incident.changed');
    expect(typeOf({ kind: 'incident.assigned', wasTold: false })).toBeNull();
  });

  it('is that it was withdrawn, once, and only where it was told', () => {
    for (const hidden of [
      { ...shown, after: false },
      { ...shown, now: false },
    ]) {
      expect(typeOf({ shown: hidden })).toBe('incident.withdrawn');
      expect(typeOf({ shown: hidden, wasTold: false })).toBeNull();
    }
  });

  it('is nothing of how responders work, which the public does not see', () => {
    for (const kind of ['incident.assigned', 'incident.seconded', 'incident.second_withdrawn'] as const) {
      expect([kind, typeOf({ kind }), typeOf({ kind, audience: 'responders' })]).toEqual([
        kind,
        null,
        'incident.changed',
      ]);
    }
    for (const kind of ['incident.confirmed', 'incident.evidence_added', 'incident.need_added'] as const) {
      expect(typeOf({ kind, audience: 'responders' })).toBeNull();
    }
  });
});
