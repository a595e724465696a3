/** The replay of an exercise: a made-up crisis, or the reports of another deployment, at any speed. */
import { IsIn, IsISO8601, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { DeploymentSummary } from './deployments.js';
import { Omittable } from './omittable.js';
import type { Instant } from './vocabulary.js';

export const replaySources = ['made-up', 'deployment'] as const;
export type ReplaySource = (typeof replaySources)[number];

export const replayStates = ['running', 'paused', 'stopped', 'finished'] as const;
export type ReplayState = (typeof replayStates)[number];

export class StartReplay {
  @IsIn(replaySources)
  source!: ReplaySource;

  /**
   * Slug of the deployment whose reports are replayed; without their reporters, photos and answers, and
   * without those that are sensitive there.
   */
  @IsOptional()
  @IsString()
  @MaxLength(63)
  deployment?: string | null;

  /** How many times as fast as it was. */
  @IsNumber()
  @Min(1)
  @Max(1000)
  speed!: number;

  /** Only what was received at or after. */
  @IsOptional()
  @IsISO8601()
  from?: string | null;

  /** Only what was received before. */
  @IsOptional()
  @IsISO8601()
  to?: string | null;
}

export class ChangeReplay {
  @Omittable()
  @IsIn(['running', 'paused', 'stopped'])
  state?: 'running' | 'paused' | 'stopped';

  @Omittable()
  @IsNumber()
  @Min(1)
  @Max(1000)
  speed?: number;
}

export interface ReplayView {
  source: ReplaySource;
  state: ReplayState;
  speed: number;
  /** Reports that come altogether, and that came. */
  total: number;
  done: number;
  /** The time that is replayed, and how far it has come. */
  from: Instant;
  to: Instant;
  at: Instant;
  startedAt: Instant;
}

/** What came of the exercise since its last replay began, from the journal. Times in seconds, null where there is none. */
export interface Debrief {
  received: number;
  /** Reports that somebody claimed, asked about or decided. */
  looked: number;
  decided: number;
  medianSecondsToLook: number | null;
  medianSecondsToDecide: number | null;
  /** Put to an incident that was there, or rejected as told before. */
  duplicates: number;
  incidents: number;
}

export interface ExerciseView {
  replay: ReplayView | null;
  debrief: Debrief | null;
  /** Deployments whose reports the caller may read, and so replay. */
  sources: DeploymentSummary[];
}
