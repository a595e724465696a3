import { describe, expect, it } from '@jest/globals';
import type { Audience, IncidentFilter } from '@atesto/contract';
import { idOf, sampleDeployment } from '../../../test/support/samples.js';
import { incidentConditions } from './incident-filter.js';

const deployment = sampleDeployment();
const conditions = (filter: IncidentFilter, audience: Audience, of = deployment) => {
  const where = incidentConditions(filter, of, audience);
  return { sql: where.toSql(), params: where.params };
};

describe('the filters of the incident list', () => {
  it('show the public neither internal ones nor sensitive categories, whatever it asks for', () => {
    const { sql, params } = conditions({ visibility: 'internal', category: 'threat' }, 'public');
    expect(sql).toContain(`i.visibility = 'public'`);
    expect(sql).toContain('not coalesce(i.category_id = any($2::uuid[]), false)');
    expect(params[1]).toEqual([idOf(5), idOf(6)]);
    expect(params).not.toContain('internal');
  });

  it('show responders all, or the visibility they ask for', () => {
    expect(conditions({}, 'responders').sql).not.toContain('visibility');
    expect(conditions({ visibility: 'internal' }, 'responders').params).toContain('internal');
  });

  it('never show one that was merged away', () => {
    expect(conditions({}, 'public').sql).toContain('i.merged_into is null');
    expect(conditions({}, 'responders').sql).toContain('i.merged_into is null');
  });

  it('find those of which responders are as sure as is asked for, for the public as well: it is told of it', () => {
    for (const audience of ['public', 'responders'] as const) {
      const { sql, params } = conditions({ confidence: 'likely,confirmed' }, audience);
      expect(sql).toContain('i.confidence = any(');
      expect(params.at(-1)).toEqual(['likely', 'confirmed']);
    }
  });

  it('find nothing for a category that is not there', () => {
    expect(conditions({ category: 'no-such' }, 'responders').params.at(-1)).toEqual([]);
  });

  it("hold the public's box against blurred places, the responders' against exact ones", () => {
    const bbox = '0,0,1,1';
    expect(conditions({ bbox }, 'public').sql).toContain('floor(st_y(i.location)');
    expect(conditions({ bbox }, 'responders').sql).not.toContain('floor');
    expect(conditions({ bbox }, 'public', sampleDeployment({ publicPrecisionMetres: 0 })).sql).not.toContain('floor');
  });
});
