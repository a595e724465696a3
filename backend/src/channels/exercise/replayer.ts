/**
 * Tells the reports of running replays at their pace. Each step moves the replay's place in the transaction of its
 * reports, so that a restart neither doubles nor loses one, and of several processes one does it.
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DeploymentCatalogue } from '../../deployments/index.js';
import { Intake } from '../../intake/index.js';
import {
  appendJournal,
  CLOCK,
  Database,
  JournalFeed,
  LOG,
  type Clock,
  type Log,
  type Sql,
} from '../../platform/index.js';
import { nextReports } from './next-reports.js';
import { sourceTime } from './replay-clock.js';
import { lockReplay, runningReplays, saveReplay } from './replays.queries.js';

const tickMs = 1_000;
/** The embedded database is held up while a step is written. */
const mostInStep = 200;

@Injectable()
export class Replayer implements OnApplicationBootstrap, OnApplicationShutdown {
  private running: Promise<void> | null = null;
  private isWoken = false;
  private isStopped = false;
  private endPause: () => void = () => undefined;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly deployments: DeploymentCatalogue,
    private readonly intake: Intake,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.feed.isWorker) return;
    this.unsubscribe = this.feed.subscribe((entries) => {
      if (entries.some(({ kind }) => kind === 'replay.changed')) this.wake();
    });
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    this.unsubscribe();
    this.endPause();
    await this.running;
  }

  private wake(): void {
    this.isWoken = true;
    this.endPause();
    this.running ??= this.goOn().finally(() => {
      this.running = null;
    });
  }

  private async goOn(): Promise<void> {
    while (!this.isStopped) {
      this.isWoken = false;
      try {
        const all = await runningReplays(this.database);
        if (all.length === 0 && !this.isWoken) return;
        for (const id of all) await this.tellDue(id);
      } catch (error) {
        this.log.warn({ err: error }, 'the running replays could not be read');
      }
      if (!this.isWoken) await this.pause();
    }
  }

  /** One that fails is tried again with the next tick, and holds up no other. */
  private async tellDue(deploymentId: string): Promise<void> {
    try {
      while (!this.isStopped && (await this.step(deploymentId)));
    } catch (error) {
      this.log.warn({ err: error, deploymentId }, 'a replay could not go on');
    }
  }

  private async pause(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, tickMs);
      this.endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** True when more is due at once. */
  async step(deploymentId: string): Promise<boolean> {
    const deployment = await this.deployments.withId(deploymentId);
    if (deployment?.isExercise !== true) return false;
    const isMore = await this.database.transaction(async (tx: Sql) => {
      const replay = await lockReplay(tx, deploymentId, false);
      if (replay?.state !== 'running') return false;
      const now = this.clock.now();
      const until = sourceTime(replay, now);
      const next = await nextReports(tx, replay, deployment, { until, now, limit: mostInStep });
      await this.intake.acceptMany(
        tx,
        deployment,
        next.map(({ submission }) => submission),
      );
      const last = next.at(-1);
      const isOver = next.length < mostInStep && until.getTime() >= replay.to_at.getTime();
      if (last === undefined && !isOver) return false;
      await saveReplay(tx, {
        ...replay,
        done: replay.done + next.length,
        ...(last !== undefined && { last_at: last.at, last_id: last.id }),
        ...(isOver && { state: 'finished' as const, paced_at: now, paced_source_at: until }),
      });
      if (isOver) {
        const entry = { deploymentId, subjectId: deploymentId, actorId: null, data: { state: 'finished' } };
        await appendJournal(tx, [{ ...entry, kind: 'replay.changed' }]);
      }
      return next.length === mostInStep;
    });
    this.feed.wake();
    return isMore;
  }
}
