import { describe, expect, it } from '@jest/globals';
import { otherIncidentOf } from './other-incident.js';

describe('the other incident of an entry', () => {
  it('is where one went, or what came', () => {
    expect(otherIncidentOf({ kind: 'incident.merged', data: { into: 'b' } })).toBe('b');
    expect(otherIncidentOf({ kind: 'incident.split', data: { into: 'b' } })).toBe('b');
    expect(otherIncidentOf({ kind: 'incident.changed', data: { merged: 'a' } })).toBe('a');
    expect(otherIncidentOf({ kind: 'incident.changed', data: { split: 'a' } })).toBe('a');
  });

  it('is none in any other entry', () => {
    expect(otherIncidentOf({ kind: 'incident.changed', data: { title: 'Bridge' } })).toBeNull();
    expect(otherIncidentOf({ kind: 'incident.opened', data: { into: 'b' } })).toBeNull();
  });
});
