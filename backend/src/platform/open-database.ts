/** Opens the database that the configuration names and brings its tables up to date. */
import { DataSource } from 'typeorm';
import type { DataSourceOptions } from 'typeorm';
import type { Config } from './config.js';
import { Database } from './database.js';
import { Replica } from './replica.js';
import { EmbeddedDatabase } from './embedded/embedded-database.js';

export interface OpenOptions {
  config: Pick<Config, 'databaseUrl' | 'dataDir'> & { databaseReadUrl?: string | null };
  seedFile: string;
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: NonNullable<DataSourceOptions['migrations']>;
  log?: (message: string) => void;
  guardTransactions?: boolean;
}

/** Any number, the same in every process of ours. */
const migrationLock = 7_283_401;

export async function openDatabase(options: OpenOptions): Promise<Database> {
  const { config } = options;
  const log = options.log ?? (() => undefined);
  const embedded =
    config.databaseUrl === null
      ? new EmbeddedDatabase({ dataDir: config.dataDir, seedFile: options.seedFile, log })
      : null;
  await embedded?.ready();
  const dataSource = new DataSource({
    type: 'postgres',
    ...(embedded === null
      ? { url: config.databaseUrl ?? '', extra: { max: 10, connectionTimeoutMillis: 5_000 } }
      : { host: embedded.socketDir, username: 'postgres', database: 'postgres', extra: { max: 1 } }),
    entities: options.entities,
    migrations: options.migrations,
    migrationsTransactionMode: 'each',
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    applicationName: 'atesto',
    poolErrorHandler: (error: unknown) => log(`A database connection broke: ${String(error)}`),
  });
  try {
    await dataSource.initialize();
    const guard = options.guardTransactions === undefined ? {} : { guardTransactions: options.guardTransactions };
    const readUrl = config.databaseReadUrl ?? null;
    const replica = readUrl === null ? null : new Replica(readUrl, log);
    const database = new Database(dataSource, embedded, { ...guard, replica });
    await migrate(database);
    return database;
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await embedded?.close();
    throw error;
  }
}

/** Of several processes that start together one migrates, the others wait for it. The embedded one is alone. */
async function migrate(database: Database): Promise<void> {
  if (database.isEmbedded) {
    await database.dataSource.runMigrations();
    return;
  }
  const lock = await database.pool.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    await database.dataSource.runMigrations();
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [migrationLock]);
    lock.release();
  }
}
