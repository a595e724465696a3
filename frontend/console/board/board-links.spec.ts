import { describe, expect, it } from '@jest/globals';
import { formatAddress } from '../address/address-text.js';
import { openLink, receivedLink, statusLink } from './board-links.js';

const now = Date.parse('2026-01-04T12:00:00Z');

describe('a number of the board', () => {
  it('leads to the reports that it counts', () => {
    const open = '/console/main?priority=critical&from=2026-01-04T08:00Z&to=2026-01-04T11:00Z';
    expect(formatAddress(openLink('main', now, 'four_hours', 'critical'))).toBe(open);
    expect(formatAddress(openLink('main', now, 'older', null))).toBe('/console/main?to=2026-01-01T12:00Z');
    expect(formatAddress(openLink('main', now, null, null))).toBe('/console/main');
    const came = receivedLink('main', '2026-01-04T08:00:00Z', '2026-01-04T12:00:00Z', { channel: ['sms'] });
    expect(formatAddress(came)).toBe(
      '/console/main?status=all&channel=sms&from=2026-01-04T08:00Z&to=2026-01-04T12:00Z',
    );
    expect(formatAddress(statusLink('main', 'open', 'high'))).toBe(
      '/console/main?tab=incidents&status=open&severity=high',
    );
  });
});
