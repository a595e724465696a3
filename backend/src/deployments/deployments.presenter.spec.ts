import { describe, expect, it } from '@jest/globals';
import { sampleDeployment } from '../../../test/support/samples.js';
import { presentDeployment } from './deployments.presenter.js';

describe('what leaves of a deployment', () => {
  it('are exactly these keys, with parents by their code and without archived categories', () => {
    const shown = presentDeployment(sampleDeployment());
    expect(Object.keys(shown).sort()).toEqual(
      ['area', 'categories', 'exercise', 'languages', 'name', 'policy', 'slug', 'version'].sort(),
    );
    expect(shown.categories.map(({ code, parent }) => [code, parent])).toEqual([
      ['water', null],
      ['well', 'water'],
      ['pipe', 'water'],
      ['valve', 'pipe'],
      ['violence', null],
      ['threat', 'violence'],
    ]);
    const keys = ['code', 'colour', 'icon', 'names', 'parent', 'sensitive'];
    for (const category of shown.categories) expect(Object.keys(category).sort()).toEqual(keys);
  });
});
