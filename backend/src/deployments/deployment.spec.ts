import { describe, expect, it } from '@jest/globals';
import { categories, idOf, sampleDeployment } from '../../../test/support/samples.js';

const deployment = sampleDeployment();
const codes = (ids: string[]): (string | null)[] => ids.map((id) => deployment.codeOf(id));

describe('the categories of a deployment', () => {
  it('are sensitive when anything above them is', () => {
    const sensitive = categories.filter(({ id }) => deployment.isSensitive(id)).map(({ code }) => code);
    expect(sensitive).toEqual(['violence', 'threat']);
    expect(codes(deployment.sensitiveIds())).toEqual(['violence', 'threat']);
    expect(deployment.isSensitive(null)).toBe(false);
    expect(deployment.isSensitive(idOf(999))).toBe(false);
  });

  it('are found with everything below them, once each', () => {
    expect(codes(deployment.withDescendants(['water']))).toEqual(['water', 'well', 'pipe', 'valve']);
    expect(codes(deployment.withDescendants(['pipe', 'valve']))).toEqual(['pipe', 'valve']);
    expect(deployment.withDescendants(['no-such', 'none', ''])).toEqual([]);
  });

  it('keep their code once archived, so that old reports do', () => {
    expect(deployment.codeOf(idOf(7))).toBe('former');
    expect(deployment.category('former')?.archived).toBe(true);
    expect(deployment.codeOf(null)).toBeNull();
    expect(deployment.category('no-such')).toBeNull();
  });
});
