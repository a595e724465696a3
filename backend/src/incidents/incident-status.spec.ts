import { describe, expect, it } from '@jest/globals';
import { incidentStatuses } from '@atesto/contract';
import { mayBecome } from './incident-status.js';

const allowed = ['open>responding', 'open>resolved', 'responding>resolved', 'responding>open', 'resolved>open'];

describe('the states of an incident', () => {
  const pairs = incidentStatuses.flatMap((from) => incidentStatuses.map((to) => [from, to] as const));

  it.each(pairs)('from %s to %s', (from, to) => {
    expect(mayBecome(from, to)).toBe(allowed.includes(`${from}>${to}`));
  });
});
