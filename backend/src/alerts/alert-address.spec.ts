import { describe, expect, it } from '@jest/globals';
import { guardedAddress, readAlertAddress } from './alert-address.js';

describe('an address for alerts', () => {
  it.each([
    ['email', ' Ada@Example.ORG ', 'ada@example.org'],
    ['email', 'ada', null],
    ['email', 'ada@example', null],
    ['email', 'ada@example.org, bob@example.org', null],
    ['email', 'ada@example.org\r\nbcc: bob@example.org', null],
    ['sms', '+49 1555 0100123', '+4915550100123'],
    ['sms', '01555 0100123', null],
    ['sms', 'ada', null],
  ] as const)('%s %j is read as %s', (way, text, address) => expect(readAlertAddress(way, text)).toBe(address));

  it('is guarded without what stands behind a plus', () => {
    expect(guardedAddress('ada+one@example.org')).toBe('ada@example.org');
    expect(guardedAddress('+4915550100123')).toBe('+4915550100123');
  });
});
