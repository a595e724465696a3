import { describe, expect, it } from '@jest/globals';
import { phoneNumber } from './phone-number.js';

describe('a sender’s number', () => {
  it.each([
    ['+1 202-555-0123', undefined, '+12025550123'],
    ['(202) 555-0123', 'us', '+12025550123'],
    ['12025550123', undefined, '+12025550123'],
    ['0123 4567890', 'DE', '+491234567890'],
  ])('%s (%s) is %s', (text, country, expected) => {
    expect(phoneNumber(text, country)).toEqual({ address: expected, reporter: { phone: expected } });
  });

  it('may be a short code or a name', () => {
    expect(phoneNumber('MyBank', 'DE')).toEqual({ address: 'MyBank', reporter: { handle: 'sms:mybank' } });
    expect(phoneNumber('4636', 'HT').reporter).toEqual({ handle: 'sms:4636' });
  });
});
