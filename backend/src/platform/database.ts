/**
 * The one way to the database, embedded or PostGIS: TypeORM's DataSource over the pg driver. Statements are SQL with
 * bound parameters; a transaction hands out its own `Sql`, and inside it nothing else may be asked: the embedded
 * database is one session, so a second request would wait for the first for ever.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type QueryRunner } from 'typeorm';
import type { Pool } from 'pg';
import type { CopyPage } from './copy-messages.js';
import { copyOut } from './copy-out.js';
import { againAfterCollision } from './database-fault.js';
import type { Replica } from './replica.js';
import type { EmbeddedDatabase } from './embedded/embedded-database.js';

export interface Sql {
  /** Runs one statement and returns its rows, as selected or returned. */
  query<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** What long reads are made of. */
export interface LongReads extends Sql {
  /** Fills `page` with what `sql` selects, in the binary format of COPY. */
  copy(sql: string, params: readonly unknown[], page: CopyPage): Promise<void>;
}

async function run<Row>(runner: QueryRunner, sql: string, params: readonly unknown[]): Promise<Row[]> {
  const result = await runner.query(sql, params as unknown[], true);
  return result.records as Row[];
}

export class Database implements LongReads {
  private readonly inTransaction: AsyncLocalStorage<true> | null;
  private readonly replica: Replica | null;

  constructor(
    readonly dataSource: DataSource,
    private readonly embedded: EmbeddedDatabase | null,
    options: { guardTransactions?: boolean; replica?: Replica | null } = {},
  ) {
    this.replica = options.replica ?? null;
    this.inTransaction = options.guardTransactions === true ? new AsyncLocalStorage() : null;
  }

  get isEmbedded(): boolean {
    return this.embedded !== null;
  }

  async query<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    this.refuseInTransaction();
    await this.embedded?.ready();
    const runner = this.dataSource.createQueryRunner();
    try {
      return await run<Row>(runner, sql, params);
    } finally {
      await runner.release();
    }
  }

  /**
   * Commits what `work` did, or nothing of it. `work` must ask through the `Sql` it is given only. Where two wait for
   * each other the database ends one, which is begun again: `work` must leave nothing behind outside of `tx`.
   */
  async transaction<Result>(work: (tx: Sql) => Promise<Result>): Promise<Result> {
    this.refuseInTransaction();
    return againAfterCollision(() => this.attempt(work));
  }

  async copy(sql: string, params: readonly unknown[], page: CopyPage): Promise<void> {
    this.refuseInTransaction();
    await this.embedded?.ready();
    return copyOut(this.pool, sql, params, page);
  }

  /** For long reads: a replica that holds all that was committed until now, or else the database itself. */
  async forLongReads(): Promise<LongReads> {
    return (await this.replica?.caughtUpWith(this)) ?? this;
  }

  /** The driver's pool, for the job queue and for listening. */
  get pool(): Pool {
    return (this.dataSource.driver as unknown as { master: Pool }).master;
  }

  async close(): Promise<void> {
    await this.replica?.close();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.embedded?.close();
  }

  private async attempt<Result>(work: (tx: Sql) => Promise<Result>): Promise<Result> {
    await this.embedded?.ready();
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const tx: Sql = { query: (sql, params = []) => run(runner, sql, params) };
      const result = await (this.inTransaction?.run(true, () => work(tx)) ?? work(tx));
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  private refuseInTransaction(): void {
    if (this.inTransaction?.getStore() === true) {
      throw new Error('A transaction is open here: ask through its own Sql, or the embedded database waits for ever.');
    }
  }
}
