import { describe, expect, it } from '@jest/globals';
import { nearMetres, scoreOffer, type Fit } from './score-offer.js';

const fit = (changed: Partial<Fit> = {}): Fit => ({
  distanceMetres: 0,
  left: 5,
  open: 5,
  isSameUnit: true,
  ...changed,
});

describe('an offer', () => {
  it('fits wholly where it is at the place, enough, and of the same unit', () => {
    expect(scoreOffer(fit())).toEqual({ score: 1, reasons: ['near', 'enough'] });
  });

  it.each([
    [{ distanceMetres: 5_000 }, ['near', 'enough']],
    [{ left: 1 }, ['near', 'part']],
    [{ isSameUnit: false }, ['near', 'enough', 'other_unit']],
    [{ distanceMetres: null }, ['place_unknown', 'enough']],
  ])('fits less with %j, and says why', (changed, reasons) => {
    const found = scoreOffer(fit(changed));
    expect(found?.score).toBeLessThan(1);
    expect(found?.reasons).toEqual(reasons);
  });

  it.each([{ distanceMetres: nearMetres + 1 }, { left: 0 }, { open: 0 }])('fits not at all with %j', (changed) => {
    expect(scoreOffer(fit(changed))).toBeNull();
  });
});
