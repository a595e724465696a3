/**
 * A streaming replica, for reads that are long and may not be behind: before each of them it must have replayed all that
 * was committed on the database itself. One that is slow, away, or was just made the main one is not waited for long.
 */
import pg from 'pg';
import type { CopyPage } from './copy-messages.js';
import { copyOut } from './copy-out.js';
import type { LongReads, Sql } from './database.js';

const patienceMs = 2_000;
const lookMs = 20;
/** A page of a long read takes a fraction of it; a line that went silent takes for ever. */
const longestMs = 10_000;
/** After a fault nobody waits for it again so soon. */
const restMs = 10_000;

export class Replica implements LongReads {
  private readonly pool: pg.Pool;
  private awayUntil = 0;

  constructor(
    url: string,
    private readonly say: (message: string) => void,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      max: 4,
      connectionTimeoutMillis: patienceMs,
      query_timeout: longestMs,
      keepAlive: true,
      application_name: 'atesto-reads',
    });
    this.pool.on('error', () => undefined);
  }

  query<Row>(text: string, params: readonly unknown[] = []): Promise<Row[]> {
    return this.restAfterFault(async () => (await this.pool.query(text, params as unknown[])).rows as Row[]);
  }

  copy(sql: string, params: readonly unknown[], page: CopyPage): Promise<void> {
    return this.restAfterFault(() => copyOut(this.pool, sql, params, page));
  }

  /** Null when it is not to be had in a moment. */
  async caughtUpWith(main: Sql): Promise<LongReads | null> {
    if (Date.now() < this.awayUntil) return null;
    try {
      const [here] = await main.query<{ lsn: string }>('select pg_current_wal_lsn()::text as lsn');
      for (const until = Date.now() + patienceMs; Date.now() < until;) {
        const [there] = await this.query<{ is_there: boolean | null }>(
          'select pg_is_in_recovery() and pg_last_wal_replay_lsn() >= $1::pg_lsn as is_there',
          [here?.lsn],
        );
        if (there?.is_there === true) return this;
        await new Promise((resolve) => setTimeout(resolve, lookMs));
      }
      throw new Error(`it did not catch up within ${patienceMs} ms`);
    } catch (error) {
      this.awayUntil = Date.now() + restMs;
      this.say(`The replica is not read for a while: ${error instanceof Error ? error.message : 'no answer'}`);
      return null;
    }
  }

  private async restAfterFault<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.awayUntil = Date.now() + restMs;
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}
