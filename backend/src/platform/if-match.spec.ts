import { describe, expect, it } from '@jest/globals';
import { ifMatch } from './if-match.js';

describe('If-Match', () => {
  it.each(['"7"', '7', 'W/"7"', ' "7" '])('takes %j', (header) => {
    expect(ifMatch(header)).toBe(7);
  });

  it.each([undefined, '', '*', '"a"', '"7", "8"', '-7', '12345678901'])('refuses %j with 428', (header) => {
    expect(() => ifMatch(header)).toThrow(expect.objectContaining({ status: 428 }));
  });
});
