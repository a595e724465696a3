/** What the database does by itself: one row a transaction, from Node and from pgbench. */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const columns = 'deployment_id, id, channel, external_id, text, location, accuracy_metres, answers';
const deploymentId = '00000000-0000-7000-8000-000000000001';
const point = (lon: string, lat: string): string => `st_setsrid(st_makepoint(${lon}, ${lat}), 4326)`;
const text = 'Exercise: the road to the school is under water, about 40 people wait for a boat';

/** Rows per second from Node, one row and one journal line a transaction. */
export async function pgInserts(url: string, connections: number, seconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  const deadline = Date.now() + seconds * 1000;
  let rows = 0;
  const one = async (): Promise<void> => {
    while (Date.now() < deadline) {
      const id = randomUUID();
      await pool.query({
        name: 'one',
        text: `with stored as (
            insert into reports (${columns}) values ($1, $2, 'web', $3, $4, ${point('$5', '$6')}, $7, '{}') returning id)
          insert into journal (deployment_id, kind, subject_id) select $1, 'report.received', id from stored`,
        values: [deploymentId, id, id, text, -72.5, 18.5, 20],
      });
      rows++;
    }
  };
  const startedAt = Date.now();
  await Promise.all(Array.from({ length: connections }, one));
  const elapsed = (Date.now() - startedAt) / 1000;
  await pool.end();
  return rows / elapsed;
}

/** Transactions per second by pgbench, the same row; null where it is not installed. */
export function pgbench(url: string, clients: number, seconds: number): number | null {
  const folder = mkdtempSync(join(tmpdir(), 'atesto-pgbench-'));
  const script = join(folder, 'insert.sql');
  writeFileSync(
    script,
    `with stored as (insert into reports (${columns}) values ('${deploymentId}', gen_random_uuid(), 'web',
       gen_random_uuid()::text, '${text}', ${point('-72.5', '18.5')}, 20, '{}') returning id)
     insert into journal (deployment_id, kind, subject_id) select '${deploymentId}', 'report.received', id from stored;`
      .split('\n')
      .join(' '),
  );
  const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '1', '-T', String(seconds), '-f', script, url];
  const { stdout } = spawnSync('pgbench', args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true, force: true });
  const tps = /tps = ([\d.]+)/.exec(stdout ?? '')?.[1];
  return tps === undefined ? null : Number(tps);
}
