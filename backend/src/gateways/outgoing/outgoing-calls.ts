/**
 * Tells other systems what waits for them: of each subject one call after the other, several subjects side by side, again
 * and again for three days. The rows are the truth; jobs only wake who works them off, and a minute's clock is the net.
 */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { CLOCK, Database, Jobs, type Clock, type Sql } from '../../platform/index.js';
import type { OutgoingKind } from './outgoing.entity.js';
import {
  claimCalls,
  dueLanes,
  forgetCalls,
  giveUpOld,
  insertCalls,
  noteCall,
  type CallNote,
  type ClaimedCall,
  type Lane,
  type NewCall,
} from './outgoing.queries.js';
import { longestRetryMs, nextTry } from './retry-schedule.js';

const JOB = 'outgoing-calls';
const sideBySide = 4;
const leaseMs = 60_000;
/** A lane whose other side is away is not knocked at for each of its calls. */
const longestPauseMs = 5 * 60_000;
const keptDays = 30;
const clockMs = 60_000;

export type CallOutcome =
  | { state: 'taken'; status: number }
  /** `isAway`: nobody is there, or asks to be left alone, so the rest of the lane waits, too. */
  | { state: 'failed'; status: number | null; error: string; retryAfterMs: number | null; isAway: boolean }
  /** Never again. */
  | { state: 'refused'; status: number | null; error: string };

export interface LaneSpeaker {
  /** False while nothing may be sent on a lane. */
  isOpen(lane: Lane): Promise<boolean>;
  send(lane: Lane, call: ClaimedCall): Promise<CallOutcome>;
}

const nameOf = ({ deployment_id, lane_id }: Lane): string => `${deployment_id}/${lane_id}`;

@Injectable()
export class OutgoingCalls implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly speakers = new Map<OutgoingKind, LaneSpeaker>();
  private readonly running = new Map<string, { again: boolean; done: Promise<void> }>();
  private readonly pauses = new Map<string, Date>();
  private isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workInCrowds<Lane>(JOB, (lane) => {
      // Not waited for: one that answers slowly must not hold up the others.
      void this.pump(lane);
      return Promise.resolve();
    });
    await this.jobs.every('due-outgoing-calls', '* * * * *', () => this.run());
    await this.jobs.every('forget-outgoing-calls', '47 3 * * *', () => this.forget());
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    await Promise.all([...this.running.values()].map(({ done }) => done));
  }

  speak(kind: OutgoingKind, speaker: LaneSpeaker): void {
    this.speakers.set(kind, speaker);
  }

  /** To be followed by `wake` after the commit. */
  async enqueue(tx: Sql, kind: OutgoingKind, deploymentId: string, calls: readonly NewCall[]): Promise<void> {
    if (calls.length === 0) return;
    await insertCalls(tx, kind, deploymentId, calls, this.clock.now());
    const lanes = [...new Set(calls.map(({ lane_id }) => lane_id))];
    await this.rouse(
      tx,
      lanes.map((lane_id) => ({ kind, deployment_id: deploymentId, lane_id })),
    );
  }

  /** What waits on these lanes is looked at soon, pauses or not. */
  async rouse(tx: Sql, lanes: readonly Lane[]): Promise<void> {
    await this.jobs.enqueueMany(tx, JOB, lanes);
  }

  wake(): void {
    this.jobs.wake(JOB);
  }

  /** Somebody asked for it by hand. */
  endPause(lane: Lane): void {
    this.pauses.delete(nameOf(lane));
  }

  /** What became due by the clock. Resolves when all of it was tried. */
  async run(): Promise<void> {
    const now = this.clock.now();
    await giveUpOld(this.database, new Date(now.getTime() - longestRetryMs));
    await Promise.all((await dueLanes(this.database, now)).map((lane) => this.pump(lane)));
  }

  private pump(lane: Lane): Promise<void> {
    const name = nameOf(lane);
    const known = this.running.get(name);
    if (known !== undefined) {
      known.again = true;
      return known.done;
    }
    const state = { again: true, done: Promise.resolve() };
    state.done = this.workOff(lane, state).finally(() => this.running.delete(name));
    this.running.set(name, state);
    return state.done;
  }

  private async workOff(lane: Lane, state: { again: boolean }): Promise<void> {
    const speaker = this.speakers.get(lane.kind);
    if (speaker === undefined) return;
    try {
      while (state.again && !this.isStopped) {
        state.again = false;
        if (this.isPaused(lane) || !(await speaker.isOpen(lane))) return;
        const now = this.clock.now();
        const calls = await claimCalls(this.database, lane, now, new Date(now.getTime() + leaseMs), sideBySide);
        const taken = await Promise.all(calls.map((call) => this.attempt(speaker, lane, call)));
        // What was taken makes way for what follows it.
        if (taken.includes(true) || calls.length === sideBySide) state.again = true;
      }
    } catch {
      // The database is away; the next minute tries again.
    }
  }

  private async attempt(speaker: LaneSpeaker, lane: Lane, call: ClaimedCall): Promise<boolean> {
    const begun = Date.now();
    const outcome = await speaker.send(lane, call).catch((error: unknown): CallOutcome => {
      const words = error instanceof Error ? error.message : 'It could not be sent.';
      return { state: 'failed', status: null, error: words, retryAfterMs: null, isAway: true };
    });
    const note = this.noteOf(call, outcome, Date.now() - begun);
    if (outcome.state === 'failed' && outcome.isAway && note.dueAt !== null) this.pause(lane, note.dueAt, outcome);
    if (outcome.state !== 'failed') this.endPause(lane);
    await this.keep(lane, call.id, note);
    return note.state !== 'waiting';
  }

  /** What is due before the minute's clock is woken by a job. */
  private async keep(lane: Lane, id: string, note: CallNote): Promise<void> {
    const waitMs = note.dueAt === null ? Infinity : note.dueAt.getTime() - this.clock.now().getTime();
    await this.database.transaction(async (tx) => {
      await noteCall(tx, lane, id, note);
      if (waitMs < clockMs) await this.jobs.enqueueMany(tx, JOB, [lane], () => waitMs);
    });
  }

  private noteOf(call: ClaimedCall, outcome: CallOutcome, durationMs: number): CallNote {
    const { status } = outcome;
    if (outcome.state === 'taken') {
      return { state: 'delivered', dueAt: null, failedAt: null, status, error: null, durationMs };
    }
    const now = this.clock.now();
    const error = outcome.error.slice(0, 500);
    const failed = { failedAt: now, status, error, durationMs };
    if (outcome.state === 'refused') return { state: 'given_up', dueAt: null, ...failed };
    const { attempts, since } = call;
    const asked = outcome.retryAfterMs;
    const dueAt = nextTry({ attempts, since, now, chance: Math.random(), retryAfterMs: asked });
    return { state: dueAt === null ? 'given_up' : 'waiting', dueAt, ...failed };
  }

  private pause(lane: Lane, dueAt: Date, { retryAfterMs }: { retryAfterMs: number | null }): void {
    const most = this.clock.now().getTime() + Math.max(longestPauseMs, retryAfterMs ?? 0);
    this.pauses.set(nameOf(lane), new Date(Math.min(dueAt.getTime(), most)));
  }

  private isPaused(lane: Lane): boolean {
    const until = this.pauses.get(nameOf(lane));
    return until !== undefined && until > this.clock.now();
  }

  private async forget(): Promise<void> {
    await forgetCalls(this.database, new Date(this.clock.now().getTime() - keptDays * 86_400_000));
  }
}
