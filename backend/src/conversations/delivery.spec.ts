import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { deliveries } from '@atesto/contract';
import { before, furtherDelivery } from './delivery.js';

describe('a delivery', () => {
  it('ends the same in whatever order its news come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['queued', 'sent', 'delivered'] as const, { minLength: 3 }), (news) => {
        expect(news.reduce(furtherDelivery, 'queued')).toBe('delivered');
      }),
    );
  });

  it('never goes back', () => {
    expect(furtherDelivery('delivered', 'sent')).toBe('delivered');
    expect(furtherDelivery('failed', 'sent')).toBe('failed');
    expect(furtherDelivery('sent', 'handed')).toBe('sent');
  });

  it('may arrive after it was given up', () => {
    expect(furtherDelivery('failed', 'delivered')).toBe('delivered');
  });

  it('tells which states may be left for another', () => {
    expect(before('sent')).toEqual(['queued', 'handed']);
    expect(before('queued')).toEqual([]);
    expect(deliveries.filter((known) => before('delivered').includes(known))).toHaveLength(5);
  });
});
