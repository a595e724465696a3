/** Queues over the database: made all at once, worked on in crowds, tried again one by one. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { migrations } from '../../migrations/index.js';
import { makeHome, seedFile, type DatabaseHome } from '../../../test/support/test-database.js';
import { entities } from '../entities.js';
import type { Database } from './database.js';
import { Jobs } from './jobs.js';
import { createLog } from './log.js';
import { openDatabase } from './open-database.js';

let home: DatabaseHome;
let database: Database;
let jobs: Jobs;
beforeAll(async () => {
  home = await makeHome();
  database = await openDatabase({ config: home, seedFile, entities, migrations });
  jobs = new Jobs(database, createLog('fatal'));
});
afterAll(async () => {
  await jobs.stop();
  await database.close();
  await home.remove();
});

describe('queues', () => {
  it('can be named all at once, as the parts of the server do at its start', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `queue-${at}`);
    await Promise.all(names.map((name) => jobs.work(name, () => Promise.resolve())));
    const rows = await database.query<{ name: string }>(`select name from jobs.queue where name like 'queue-%'`);
    expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('hold long work to be lost only after hours, also where the queue was made before', async () => {
    await jobs.work('long-work', () => Promise.resolve());
    await jobs.work('long-work', () => Promise.resolve(), { isLong: true });
    await database.transaction((tx) => jobs.enqueue(tx, 'long-work', { at: 1 }));
    const [row] = await database.query<{ hours: number }>(
      `select (extract(epoch from expire_in) / 3600)::int as hours from jobs.job where name = 'long-work'`,
    );
    expect(row?.hours).toBe(6);
  });

  it('worked on in crowds do many at once, and try again only the one that failed', async () => {
    const done: number[] = [];
    let failures = 0;
    await jobs.workInCrowds<{ at: number }>('crowd', ({ at }) => {
      if (at === 3 && failures++ === 0) return Promise.reject(new Error('not now'));
      done.push(at);
      return Promise.resolve();
    });
    await database.transaction(async (tx) => {
      for (let at = 0; at < 10; at++) await jobs.enqueue(tx, 'crowd', { at });
    });
    for (let tries = 0; done.length < 10 && tries < 400; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(done.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([failures, done.at(-1)]).toEqual([2, 3]);
  });

  it('end with what is being done done, and marked so', async () => {
    const others = new Jobs(database, createLog('fatal'));
    let [begun, ended] = [false, false];
    await others.workInCrowds('slow', async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      ended = true;
    });
    await database.transaction((tx) => others.enqueue(tx, 'slow', {}));
    others.wake('slow');
    for (let tries = 0; !begun && tries < 400; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
    await others.stop();
    expect(ended).toBe(true);
    expect(await database.query(`select state from jobs.job where name = 'slow'`)).toEqual([{ state: 'completed' }]);
  });

  it('mark what is done once the database is back, when it was away just then', async () => {
    const { pool } = database;
    const ask = pool.query.bind(pool);
    let refusals = 0;
    const spy = jest.spyOn(pool, 'query') as unknown as jest.SpiedFunction<(sql: string, values: unknown[]) => unknown>;
    spy.mockImplementation((sql, values) =>
      /state = 'completed'/.test(sql) && refusals++ === 0
        ? Promise.reject(new Error('Connection terminated unexpectedly'))
        : ask(sql, values),
    );
    await jobs.workInCrowds('cut-off', () => Promise.resolve());
    await database.transaction((tx) => jobs.enqueue(tx, 'cut-off', {}));
    jobs.wake('cut-off');
    const stateOf = async (): Promise<unknown> =>
      (await database.query<{ state: string }>(`select state from jobs.job where name = 'cut-off'`))[0]?.state;
    for (let tries = 0; (await stateOf()) !== 'completed' && tries < 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    spy.mockRestore();
    expect([refusals > 1, await stateOf()]).toEqual([true, 'completed']);
  });

  it('begin again what somebody works on who is gone, and not what somebody still works on', async () => {
    const beat = { everyMs: 200, goneSeconds: 2, lookSeconds: 1 };
    const [gone, there] = [0, 1].map(() => new Jobs(database, createLog('fatal'), true, beat)) as [Jobs, Jobs];
    const begun: string[] = [];
    let finish: () => void = () => undefined;
    const work = (who: string) => (): Promise<void> => {
      begun.push(who);
      return new Promise((resolve) => (finish = resolve));
    };
    const until = async (count: number): Promise<void> => {
      for (let tries = 0; begun.length < count && tries < 600; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(begun).toHaveLength(count);
    };
    await gone.work('held', work('gone'));
    await database.transaction((tx) => gone.enqueue(tx, 'held', {}));
    await until(1);
    const dead = finish;
    // As if its process had ended.
    const silent = jest.spyOn(gone as unknown as { say: () => Promise<void> }, 'say').mockResolvedValue();
    await there.work('held', work('there'));
    await until(2);
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    expect(begun).toEqual(['gone', 'there']);
    finish();
    dead();
    await Promise.all([gone.stop(), there.stop()]);
    silent.mockRestore();
  });
});
