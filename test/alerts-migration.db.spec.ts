/** What alerts take as known from before there were any: what the public could see, and nothing that was held back. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { QueryRunner } from 'typeorm';
import { Alerts1764400803000 } from '../backend/migrations/20261129-alerts.js';
import { useDatabase } from './support/test-database.js';

const used = useDatabase();

describe('the migration to alerts', () => {
  it('takes as known what the public could see by the whole rule', async () => {
    const { sql } = used;
    const [open, careful] = [randomUUID(), randomUUID()];
    for (const [id, fourEyes] of [
      [open, false],
      [careful, true],
    ] as const) {
      await sql.query(
        `insert into deployments (id, slug, name, west, south, east, north, languages, policy)
         values ($1, $2, 'Made up', 0, 0, 1, 1, '{en}', $3)`,
        [id, `made-up-${String(fourEyes)}`, JSON.stringify({ fourEyes })],
      );
    }
    const [secret, below, plain] = [randomUUID(), randomUUID(), randomUUID()];
    for (const [id, parent, sensitive] of [
      [secret, null, true],
      [below, secret, false],
      [plain, null, false],
    ] as const) {
      await sql.query(
        `insert into categories (deployment_id, id, code, parent_id, names, colour, icon, sensitive, position)
         values ($1, $2, $3, $4, '{}', '#000000', 'dot', $5, 1)`,
        [open, id, `code-${id}`, parent, sensitive],
      );
    }
    const other = randomUUID();
    const rows: [number, string, object][] = [
      [1, open, {}],
      [2, open, { category_id: plain }],
      [3, open, { category_id: secret }],
      [4, open, { category_id: below }],
      [5, open, { merged_into: other }],
      [6, open, { visibility: 'internal' }],
      [7, careful, {}],
      [8, careful, { seconded_by: other }],
    ];
    for (const [number, deployment, parts] of rows) {
      const row = { category_id: null, merged_into: null, visibility: 'public', seconded_by: null, ...parts };
      await sql.query(
        `insert into incidents (deployment_id, id, number, title, category_id, merged_into, visibility, seconded_by)
         values ($1, $2, $3, 'Made up', $4, $5, $6, $7)`,
        [deployment, randomUUID(), number, row.category_id, row.merged_into, row.visibility, row.seconded_by],
      );
    }
    const migration = new Alerts1764400803000();
    const runner = { query: (text: string) => sql.query(text) } as unknown as QueryRunner;
    await migration.down(runner);
    await migration.up(runner);
    const known = await sql.query<{ number: number }>(
      `select i.number from alert_incidents a join incidents i on i.deployment_id = a.deployment_id and i.id = a.incident_id
       order by 1`,
    );
    expect(known.map(({ number }) => number)).toEqual([1, 2, 8]);
  });
});
