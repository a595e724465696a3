/** Transactions that collide are begun again; everything else is told as it is. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrations } from '../../migrations/index.js';
import { databaseKind, makeHome, seedFile, type DatabaseHome } from '../../../test/support/test-database.js';
import { entities } from '../entities.js';
import type { Database } from './database.js';
import { openDatabase } from './open-database.js';

let home: DatabaseHome;
let database: Database;
beforeAll(async () => {
  home = await makeHome();
  database = await openDatabase({ config: home, seedFile, entities, migrations, guardTransactions: true });
  await database.query('create table tallies (id integer primary key, n integer not null)');
});
beforeEach(async () => {
  await database.query('delete from tallies');
  await database.query('insert into tallies values (1, 0), (2, 0)');
});
afterAll(async () => {
  await database.close();
  await home.remove();
});

const add = 'update tallies set n = n + 1 where id = $1';
const tallies = async (): Promise<number[]> =>
  (await database.query<{ n: number }>('select n from tallies order by id')).map(({ n }) => n);

/** Adds one to the first tally and then fails with the code, as often as `failures` says. */
async function failing(code: string, failures: number): Promise<{ attempts: number; failed: boolean }> {
  let attempts = 0;
  const work = database.transaction(async (tx) => {
    attempts++;
    await tx.query(add, [1]);
    if (attempts <= failures) await tx.query(`do $$ begin raise exception using errcode = '${code}'; end $$`);
  });
  const failed = await work.then(
    () => false,
    () => true,
  );
  return { attempts, failed };
}

describe('a transaction', () => {
  it.each(['40P01', '40001'])('that collides (%s) is done again, once', async (code) => {
    expect(await failing(code, 2)).toEqual({ attempts: 3, failed: false });
    expect(await tallies()).toEqual([1, 0]);
  });

  it('that collides three times is given up, and nothing of it stays', async () => {
    expect(await failing('40P01', 3)).toEqual({ attempts: 3, failed: true });
    expect(await tallies()).toEqual([0, 0]);
  });

  it('with any other fault is not tried again', async () => {
    expect(await failing('23514', 1)).toEqual({ attempts: 1, failed: true });
    const thrown = database.transaction(() => Promise.reject(new Error('ours')));
    await expect(thrown).rejects.toThrow('ours');
    expect(await tallies()).toEqual([0, 0]);
  });

  // The embedded database is one session, where nothing can wait for another.
  const onServer = databaseKind === 'postgis' ? it : it.skip;
  onServer('and another that wait for each other are both done', async () => {
    const crossing = (first: number, second: number): Promise<void> =>
      database.transaction(async (tx) => {
        await tx.query(add, [first]);
        await new Promise((resolve) => setTimeout(resolve, 200));
        await tx.query(add, [second]);
      });
    await Promise.all([crossing(1, 2), crossing(2, 1)]);
    expect(await tallies()).toEqual([2, 2]);
  });
});
