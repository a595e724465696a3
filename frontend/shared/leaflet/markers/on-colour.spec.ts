import { describe, expect, it } from '@jest/globals';
import { onColour } from './on-colour.js';

const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

describe('the glyph on a colour', () => {
  it('has the contrast that WCAG asks of graphics, whatever the colour', () => {
    for (let step = 0; step < 4096; step += 7) {
      const colour = `#${[step >> 8, (step >> 4) & 15, step & 15].map((c) => (c * 17).toString(16).padStart(2, '0')).join('')}`;
      const [light, dark] = [luminance(colour), luminance(onColour(colour))].sort((a, b) => b - a) as [number, number];
      expect((light + 0.05) / (dark + 0.05)).toBeGreaterThanOrEqual(3);
    }
  });
});
