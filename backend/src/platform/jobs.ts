/**
 * What must happen later, enqueued in the transaction of its cause: it is done at least once if that commits, and never
 * if it does not. A Postgres-backed queue over our own connection, so it runs on the embedded database too.
 */
import PgBoss from 'pg-boss';
import type { Database, Sql } from './database.js';
import { againAfterCollision, onceDatabaseIsBack } from './database-fault.js';
import type { Log } from './log.js';

export interface JobHandler<Data> {
  (data: Data): Promise<void>;
}

const retries = { retryLimit: 5, retryBackoff: true, retryDelay: 2 };
const options: PgBoss.Queue = { name: '', policy: 'standard', ...retries };

const crowd = 20;

/** A job that takes longer is held to be lost and is begun again. */
const longWork = { expireInSeconds: 6 * 3_600 } as const;

export interface WorkOptions {
  /** It may take hours; otherwise a quarter of an hour is the most. */
  isLong?: boolean;
}

/** Whoever works on a job says so again and again; one of whom nobody has heard for long is gone, and it is begun again. */
export interface Beat {
  everyMs: number;
  goneSeconds: number;
  /** How often it is looked for who is gone. */
  lookSeconds: number;
}

/** Longer than an embedded database that hangs is waited for: what is worked on through that is not gone. */
const usualBeat: Beat = { everyMs: 10_000, goneSeconds: 120, lookSeconds: 30 };

const never = new Promise<never>(() => undefined);

export class Jobs {
  private readonly boss: PgBoss;
  private readonly workers = new Map<string, string>();
  private started: Promise<unknown> | null = null;
  private isStopped = false;
  private isOver = false;
  /** Questions of the queue that the database has not answered yet. */
  private asking = 0;
  /** Jobs that are being done. */
  private doing = 0;
  private made: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    log: Log,
    /** Otherwise jobs are enqueued here, and done elsewhere. */
    private readonly isWorker = true,
    private readonly beat = usualBeat,
  ) {
    const executeSql = (text: string, values: unknown[]): Promise<{ rows: unknown[] }> => this.ask(text, values);
    const rules = { schema: 'jobs', supervise: isWorker, schedule: isWorker };
    this.boss = new PgBoss({ ...rules, db: { executeSql }, maintenanceIntervalSeconds: beat.lookSeconds });
    this.boss.on('error', (error) => log.warn({ err: error }, 'the job queue failed'));
  }

  async stop(): Promise<void> {
    if (this.started === null) return;
    this.isStopped = true;
    await this.started;
    await this.boss.stop({ graceful: true, wait: true, timeout: 10_000, close: false });
    // A worker that waits for the database ends only with its answer, which nobody gives once that is closed.
    const end = Date.now() + 5_000;
    while (this.asking + this.doing > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
    this.isOver = true;
  }

  /** Enqueues within `tx`; the queue must have a worker registered by `work`. */
  async enqueue<Data extends object>(tx: Sql, name: string, data: Data): Promise<void> {
    const executeSql = async (text: string, values: unknown[]): Promise<{ rows: unknown[] }> => ({
      rows: await tx.query(text, values),
    });
    await this.boss.send(name, data, { db: { executeSql } });
  }

  /** Many of one kind as one statement, each to be done at once, or after so many milliseconds. */
  async enqueueMany<Data extends object>(
    tx: Sql,
    name: string,
    all: readonly Data[],
    waitMs: (index: number) => number = () => 0,
  ): Promise<void> {
    if (all.length === 0) return;
    const executeSql = async (text: string, values: unknown[]): Promise<{ rows: unknown[] }> => ({
      rows: await tx.query(text, values),
    });
    // The statement does not look at the queue's own rules.
    await this.boss.insert(
      all.map((data, index) => ({ name, data, ...retries, startAfter: `${waitMs(index)} milliseconds` })),
      { db: { executeSql } },
    );
  }

  /** To be called after a commit that enqueued: the worker of this process looks at once. */
  wake(name: string): void {
    const worker = this.workers.get(name);
    if (worker !== undefined && !this.isStopped) this.boss.notifyWorker(worker);
  }

  /** Names a queue and the one who works on it, one job at a time. */
  async work<Data extends object>(
    name: string,
    handler: JobHandler<Data>,
    { isLong = false }: WorkOptions = {},
  ): Promise<void> {
    await this.makeQueue(name, isLong);
    if (!this.isWorker) return;
    await this.boss.work<Data>(name, { pollingIntervalSeconds: 2 }, async (jobs) => {
      await this.held(name, jobs, async () => {
        for (const job of jobs) await handler(job.data);
      });
    });
  }

  /** The same for small jobs that come in crowds: many are done at once, and one that fails is tried again alone. */
  async workInCrowds<Data extends object>(name: string, handler: JobHandler<Data>, most = crowd): Promise<void> {
    await this.makeQueue(name);
    if (!this.isWorker) return;
    const worker = await this.boss.work<Data>(name, { pollingIntervalSeconds: 2, batchSize: most }, async (jobs) => {
      const done = await this.held(name, jobs, () => Promise.allSettled(jobs.map((job) => handler(job.data))));
      // The queue completes what is left; those that failed have left it by then.
      for (const [at, { status }] of done.entries()) {
        const job = jobs[at];
        if (status === 'rejected' && job !== undefined) await this.boss.fail(name, job.id);
      }
      // There may be more than one crowd.
      if (jobs.length === most) this.wake(name);
    });
    this.workers.set(name, worker);
  }

  /**
   * The queue waits for none of its own completions, so that the refusal of one would end the process: a database that
   * is away is asked until it is back, and what is asked at the very end has no answer.
   */
  private async ask(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    if (this.isOver) return never;
    this.asking += 1;
    try {
      const once = (): Promise<{ rows: unknown[] }> => this.database.pool.query(text, values);
      return await onceDatabaseIsBack(
        () => againAfterCollision(once),
        () => this.isStopped,
      );
    } catch (error) {
      if (this.isStopped) return never;
      throw error;
    } finally {
      this.asking -= 1;
    }
  }

  /** While they are worked on. */
  private async held<Result>(
    name: string,
    jobs: readonly { id: string; expireInSeconds: number }[],
    work: () => Promise<Result>,
  ): Promise<Result> {
    const ids = jobs.map(({ id }) => id);
    let isSaying = false;
    const say = (): void => {
      if (isSaying) return;
      isSaying = true;
      this.say(name, ids).then(
        () => (isSaying = false),
        () => (isSaying = false),
      );
    };
    const timer = setInterval(say, this.beat.everyMs);
    // The queue has given it up by then, and may have given it to somebody else.
    const longest = Math.max(...jobs.map(({ expireInSeconds }) => expireInSeconds));
    const end = setTimeout(() => clearInterval(timer), longest * 1000);
    this.doing += 1;
    say();
    try {
      return await work();
    } finally {
      clearInterval(timer);
      clearTimeout(end);
      this.doing -= 1;
    }
  }

  /** The queue ends what began too long ago: as long as this is said, it began at the right time. */
  private async say(name: string, ids: readonly string[]): Promise<void> {
    await this.ask(
      `update jobs.job set started_on = now() - expire_in + make_interval(secs => $3)
       where name = $1 and id = any($2::uuid[]) and state = 'active'`,
      [name, ids, this.beat.goneSeconds],
    );
  }

  /** Runs `handler` by the clock, once in the whole installation each time. `cron` has five fields, in UTC. */
  async every(name: string, cron: string, handler: () => Promise<void>, more: WorkOptions = {}): Promise<void> {
    await this.work(name, handler, more);
    if (this.isWorker) await this.boss.schedule(name, cron);
  }

  /** One after the other: making two at once locks their tables against each other, as another process may, too. */
  private async makeQueue(name: string, isLong = false): Promise<void> {
    this.started ??= this.boss.start();
    await this.started;
    const rules = { ...options, name, ...(isLong && longWork) };
    const make = (): Promise<void> =>
      againAfterCollision(async () => {
        await this.boss.createQueue(name, rules);
        // One that was made before keeps its rules otherwise.
        if (isLong) await this.boss.updateQueue(name, rules);
      });
    const made = this.made.then(make);
    this.made = made.catch(() => undefined);
    await made;
  }
}
