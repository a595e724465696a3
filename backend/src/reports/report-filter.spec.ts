import { describe, expect, it } from '@jest/globals';
import type { ReportListQuery } from '@atesto/contract';
import { idOf, moment, sampleDeployment } from '../../../test/support/samples.js';
import { reportConditions } from './report-filter.js';

const deployment = sampleDeployment();
const viewer = { userId: idOf(50), now: moment };
const conditions = (query: ReportListQuery) => {
  const where = reportConditions(query, deployment, viewer);
  return { sql: where.toSql(), params: where.params };
};

describe('the filters of the report list', () => {
  it('always keep to the deployment', () => {
    const sql = 'r.deployment_id = $1\n       and not r.quarantined';
    expect(conditions({})).toEqual({ sql, params: [deployment.id] });
  });

  it('show what waits in quarantine to those only who ask for it', () => {
    expect(conditions({ quarantined: 'false' }).sql).toContain('not r.quarantined');
    expect(conditions({ quarantined: 'true' }).sql).toMatch(/and r\.quarantined$/);
  });

  it('take a category with everything below it', () => {
    expect(conditions({ category: 'pipe' }).params).toEqual([deployment.id, [idOf(3), idOf(4)]]);
  });

  it('find nothing for a category that is not there', () => {
    const { sql, params } = conditions({ category: 'no-such' });
    expect(params).toEqual([deployment.id, []]);
    expect(sql).toContain('r.category_id = any($2::uuid[])');
    expect(sql).not.toContain('is null');
  });

  it('find those without a category beside others', () => {
    expect(conditions({ category: 'none,well' }).sql).toContain(
      '(r.category_id = any($2::uuid[]) or r.category_id is null)',
    );
  });

  it('know a claim only while it holds', () => {
    expect(conditions({ assignee: 'me' }).params).toEqual([deployment.id, moment, idOf(50)]);
    expect(conditions({ assignee: 'none' }).sql).toContain('r.claimed_by is null or not r.claimed_until > $2');
    expect(conditions({ assignee: idOf(51) }).params).toContain(idOf(51));
  });

  it('put no word of the asker into the statement', () => {
    const odd = `'; drop table reports; --`;
    const query: ReportListQuery = { q: odd, category: odd, status: 'new', channel: 'web', from: '2026-01-01' };
    const { sql, params } = conditions(query);
    expect(sql).not.toContain('drop');
    expect(params).toContain(`'drop' & 'table' & 'reports':*`);
  });

  it('ignore a search without a word in it', () => {
    expect(conditions({ q: ' -- !' })).toEqual(conditions({}));
  });

  it('refuse a box that is none', () => {
    expect(() => conditions({ bbox: '0,10,5,-10' })).toThrow('Some fields');
  });
});
