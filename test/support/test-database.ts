/**
 * The database of a test file: `TEST_DATABASE` says which kind. Each file has one of its own, begun with a copy of what
 * was migrated once a run.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, afterEach } from '@jest/globals';
import { postgresBin } from '../../backend/tools/provide.mjs';
import { migrations } from '../../backend/migrations/index.js';
import { entities } from '../../backend/src/entities.js';
import { openDatabase, type Database, type Sql } from '../../backend/src/platform/index.js';
import { startCluster, type Cluster } from './postgis.js';

export type DatabaseKind = 'embedded' | 'postgis';

export const databaseKind: DatabaseKind = process.env['TEST_DATABASE'] === 'postgis' ? 'postgis' : 'embedded';

export const seedFile = join(import.meta.dirname, '../../backend/dist/seed/embedded.tar.gz');

export interface DatabaseHome {
  dataDir: string;
  databaseUrl: string | null;
  cluster: Cluster | null;
  remove(): Promise<void>;
}

/** What was migrated once a run, copied for each file that asks for a database of the kind. */
const runFolder = process.env['TEST_RUN_FOLDER'] ?? join(tmpdir(), `atesto-run-${process.ppid}`);

/** Of two test files that make it side by side, one keeps its own. */
async function onceARun(name: DatabaseKind, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(runFolder, name);
  if (existsSync(folder)) return folder;
  mkdirSync(runFolder, { recursive: true });
  const draft = join(mkdtempSync(join(runFolder, 'draft-')), name);
  await make(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

const migratedEmbedded = (): Promise<string> =>
  onceARun('embedded', async (folder) => {
    mkdirSync(folder);
    const config = { databaseUrl: null, dataDir: folder };
    const database = await openDatabase({ config, seedFile, entities, migrations });
    await database.close();
  });

const migratedCluster = (bin: string): Promise<string> =>
  onceARun('postgis', async (folder) => {
    const cluster = await startCluster(bin);
    const config = { databaseUrl: await cluster.createDatabase('atesto'), dataDir: tmpdir() };
    const database = await openDatabase({ config, seedFile, entities, migrations });
    await database.close();
    await cluster.leaveIn(folder);
  });

/** A place for a server to keep its data, of the kind under test. */
export async function makeHome(kind: DatabaseKind = databaseKind): Promise<DatabaseHome> {
  const dataDir = mkdtempSync(join(tmpdir(), 'atesto-data-'));
  const removeFolder = (): void => rmSync(dataDir, { recursive: true, force: true });
  if (kind === 'embedded') {
    cpSync(join(await migratedEmbedded(), 'db'), join(dataDir, 'db'), { recursive: true });
    return { dataDir, databaseUrl: null, cluster: null, remove: () => Promise.resolve(removeFolder()) };
  }
  const bin = postgresBin();
  if (bin === null) throw new Error('PostGIS is not installed');
  const cluster = await startCluster(bin, {}, await migratedCluster(bin));
  return {
    dataDir,
    databaseUrl: cluster.urlOf('atesto'),
    cluster,
    async remove() {
      await cluster.stop();
      removeFolder();
    },
  };
}

/** Opens a database for the file; `sql` is a transaction that each test's end undoes. */
export function useDatabase(): { database: Database; sql: Sql } {
  const used = {} as { database: Database; sql: Sql };
  let home: DatabaseHome;
  let undo: (() => Promise<void>) | null = null;
  beforeAll(async () => {
    home = await makeHome();
    used.database = await openDatabase({ config: home, seedFile, entities, migrations, guardTransactions: true });
  });
  beforeEach(async () => {
    const runner = used.database.dataSource.createQueryRunner();
    await runner.startTransaction();
    used.sql = {
      query: async <Row>(text: string, params: readonly unknown[] = []) =>
        (await runner.query(text, params as unknown[], true)).records as Row[],
    };
    undo = async () => {
      await runner.rollbackTransaction();
      await runner.release();
    };
  });
  afterEach(async () => {
    await undo?.();
    undo = null;
  });
  afterAll(async () => {
    await used.database.close();
    await home.remove();
  });
  return used;
}
