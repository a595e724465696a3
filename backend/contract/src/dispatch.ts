/** What helps an incident: its needs, tasks for organisations, and what its reporters say when it is over. */
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Max, MaxLength, Min } from 'class-validator';
import type { PersonRef } from './reports.js';
import type { Instant } from './vocabulary.js';
import { SentOnce } from './sent-once.js';

/** What people can need and what others can offer: the same words, so that one finds the other. */
export const needKinds = [
  'water',
  'food',
  'shelter',
  'medical',
  'rescue',
  'transport',
  'clothing',
  'power',
  'tools',
  'people',
  'information',
  'other',
] as const;
export type NeedKind = (typeof needKinds)[number];

export const taskStatuses = ['open', 'accepted', 'under_way', 'done', 'declined', 'cancelled'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** So much of something: what is needed, or offered. */
export class Supply extends SentOnce {
  @IsIn(needKinds)
  kind!: NeedKind;

  /** In free words, beside the kind. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  what?: string;

  @IsInt()
  @Min(1)
  @Max(1_000_000)
  quantity!: number;

  /** What is counted: persons, litres, boxes. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  unit?: string;
}

export class NewNeed extends Supply {}

export class NewTask extends SentOnce {
  /** The need that it meets; without one it is a task of its own. */
  @IsOptional()
  @IsUUID('all')
  need?: string | null;

  /** Who is to do it. */
  @IsOptional()
  @IsUUID('all')
  organisation?: string | null;

  /** How much of the need it meets; all that is left without it. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  quantity?: number;

  @IsString()
  @Length(1, 2000)
  note!: string;
}

export class ChangeTaskStatus {
  @IsIn(taskStatuses)
  status!: TaskStatus;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export interface NeedView {
  id: string;
  kind: NeedKind;
  what: string;
  quantity: number;
  unit: string;
  /** What tasks that are done have brought. */
  met: number;
  /** What tasks that are neither done nor off will bring. */
  promised: number;
  by: PersonRef;
  at: Instant;
}

export interface TaskView {
  id: string;
  need: string | null;
  /** The offer of help that it makes use of. */
  offer: string | null;
  organisation: { id: string; name: string } | null;
  quantity: number | null;
  status: TaskStatus;
  note: string;
  by: PersonRef;
  at: Instant;
  updatedAt: Instant;
}

/** What the reporters said when they were asked whether it is over. */
export const outcomes = ['asked', 'confirmed', 'denied'] as const;
export type Outcome = (typeof outcomes)[number];

export interface DispatchView {
  needs: NeedView[];
  tasks: TaskView[];
  /** Null until the reporters were asked. */
  outcome: { asked: number; confirmed: number; denied: number } | null;
}
