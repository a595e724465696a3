import { describe, expect, it } from '@jest/globals';
import { distanceText, filled, pointText } from './place-settings.js';

describe('what is said of a place', () => {
  it('has figures as the reader writes them', () => {
    expect(distanceText(7.2, 'en')).toBe('8 m');
    expect(distanceText(1240, 'de')).toBe('1,3 km');
    expect(distanceText(12, 'no such language')).toBe('12 m');
  });

  it('has the point from left to right, in any text', () => {
    expect(pointText({ lat: 18.53921234, lon: -72.3 })).toBe('\u206618.53921, -72.3\u2069');
  });

  it('has its gaps filled', () => {
    expect(filled('{a} and {b}{c}', { a: '1', b: '$&' })).toBe('1 and $&');
  });
});
