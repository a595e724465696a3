import { describe, expect, it } from '@jest/globals';
import { mapTexts } from './texts.js';

describe('the words of the map pieces', () => {
  it('are found by language, whatever the region, and English otherwise', () => {
    expect(mapTexts('de-AT').zoomIn).toBe('Vergrößern');
    expect(['fr-CA', 'es-419', 'ar-EG'].map((tag) => mapTexts(tag).zoomIn)).toEqual(['Zoomer', 'Acercar', 'تقريب']);
    expect(mapTexts('xx').zoomIn).toBe('Zoom in');
  });
});
