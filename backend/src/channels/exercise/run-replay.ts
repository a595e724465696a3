/** Starts a replay, and paces, pauses and ends it: each a transaction with its journal entry. */
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { ChangeReplay, ReplayState, StartReplay } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  invalidInput,
  JournalFeed,
  notFound,
  Problem,
  type Clock,
  type Sql,
} from '../../platform/index.js';
import { madeUpCount, madeUpHours } from './made-up-reports.js';
import { paced } from './replay-clock.js';
import type { ReplayRow } from './replay.entity.js';
import { lockReplay, saveReplay, sourceSpan } from './replays.queries.js';

const firstId = '00000000-0000-0000-0000-000000000000';
const going = new Set<ReplayState>(['running', 'paused']);

export const refuseReal = ({ isExercise }: Deployment): void => {
  if (!isExercise) throw new Problem(409, 'no-exercise', 'No exercise', 'Only an exercise can be replayed into.');
};

@Injectable()
export class RunReplay {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * `source` is the deployment that is replayed; null for the made-up storm.
   * @throws Problem 409 for what is no exercise, and while one is going on; 422 when there is nothing to replay
   */
  async start(deployment: Deployment, source: Deployment | null, input: StartReplay, actorId: string): Promise<void> {
    refuseReal(deployment);
    const now = this.clock.now();
    const span = source === null ? madeUpSpan(now) : await this.spanOf(source, input);
    await this.write(deployment, actorId, async (tx) => {
      const before = await lockReplay(tx, deployment.id, true);
      if (before !== null && going.has(before.state)) {
        throw new Problem(409, 'replay-goes-on', 'A replay is going on', 'Stop it before another one is started.');
      }
      const row: ReplayRow = {
        deployment_id: deployment.id,
        id: uuidv7(),
        source_id: source?.id ?? null,
        state: 'running',
        speed: input.speed,
        total: span.total,
        done: 0,
        from_at: span.from,
        to_at: span.to,
        last_at: span.from,
        last_id: firstId,
        paced_at: now,
        paced_source_at: span.from,
        started_at: now,
      };
      await saveReplay(tx, row);
      return { state: 'running', source: source?.slug ?? 'made-up', speed: input.speed };
    });
  }

  /** @throws Problem 404 without a replay, 409 when it is over */
  async change(deployment: Deployment, change: ChangeReplay, actorId: string): Promise<void> {
    refuseReal(deployment);
    await this.write(deployment, actorId, async (tx) => {
      const replay = await lockReplay(tx, deployment.id, true);
      if (replay === null) throw notFound('replay');
      if (!going.has(replay.state)) {
        throw new Problem(409, 'replay-over', 'The replay is over', 'Start another one.');
      }
      await saveReplay(tx, { ...replay, ...paced(replay, change, this.clock.now()) });
      return { ...change };
    });
  }

  private async spanOf(
    source: Deployment,
    { from, to }: StartReplay,
  ): Promise<{ total: number; from: Date; to: Date }> {
    const { total, first, last } = await sourceSpan(this.database, source, from ?? null, to ?? null);
    if (first === null || last === null) {
      throw invalidInput([{ pointer: '/deployment', detail: 'holds no reports from this time that may be replayed' }]);
    }
    return { total, from: first, to: last };
  }

  private async write(
    { id }: Deployment,
    actorId: string,
    work: (tx: Sql) => Promise<Record<string, unknown>>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const data = await work(tx);
      await appendJournal(tx, [{ deploymentId: id, kind: 'replay.changed', subjectId: id, actorId, data }]);
    });
    this.feed.wake();
  }
}

const madeUpSpan = (now: Date): { total: number; from: Date; to: Date } => ({
  total: madeUpCount,
  from: now,
  to: new Date(now.getTime() + madeUpHours * 3_600_000),
});
