/** Row maps and migrations say the same: nothing would be changed by a synchronisation, and no table is without a map. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrations } from '../backend/migrations/index.js';
import { entities } from '../backend/src/entities.js';
import { openDatabase, type Database } from '../backend/src/platform/index.js';
import { makeHome, seedFile, type DatabaseHome } from './support/test-database.js';

let home: DatabaseHome;
let database: Database;

// Not in a transaction: the comparison asks through its own connection, and the embedded database has only one.
beforeAll(async () => {
  home = await makeHome();
  database = await openDatabase({ config: home, seedFile, entities, migrations });
});
afterAll(async () => {
  await database.close();
  await home.remove();
});

/** What TypeORM would do to make the tables fit the row maps. */
async function wantedChanges(): Promise<string[]> {
  const { upQueries } = await database.dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
}

/** Tables that are not ours to map. */
const foreign = ['spatial_ref_sys', 'migrations'];

async function columnsInDatabase(): Promise<[table: string, columns: string[]][]> {
  const rows = await database.query<{ table: string; columns: string[] }>(
    `select c.table_name as table, array_agg(c.column_name::text order by c.column_name::text) as columns
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> all($1::text[])
     group by 1`,
    [foreign],
  );
  return rows.map(({ table, columns }) => [table, [...columns].sort()]);
}

describe('entities and migrations', () => {
  it('agree: there is nothing that TypeORM would change', async () => {
    expect(await wantedChanges()).toEqual([]);
  });

  it('have the same tables and the same columns', async () => {
    const mapped = database.dataSource.entityMetadatas.map((entity): [string, string[]] => [
      entity.tableName,
      entity.columns.map((column) => column.databaseName).sort(),
    ]);
    const found = await columnsInDatabase();
    expect(found.length).toBeGreaterThan(10);
    expect(new Map(found)).toEqual(new Map(mapped));
  });

  it('are seen to disagree once a column, a default or a table differs', async () => {
    await database.query('alter table journal_readers add column odd text');
    await database.query('alter table incidents alter column report_count set default 7');
    await database.query('create table odd_table (id uuid primary key)');
    const changes = (await wantedChanges()).join('\n');
    expect(changes).toContain('DROP COLUMN "odd"');
    expect(changes).toContain('"report_count" SET DEFAULT');
    expect((await columnsInDatabase()).map(([table]) => table)).toContain('odd_table');
  });
});
