/** Row map of `outgoing_calls`: what another system is told, until it has taken it, and a month longer. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DeliveryState } from '@atesto/contract';

/** Who speaks on a lane: a webhook, or a partner with whom incidents are shared. */
export type OutgoingKind = 'webhook' | 'sharing';

@Entity('outgoing_calls')
@Index('outgoing_calls_due', { synchronize: false })
@Index('outgoing_calls_waiting', { synchronize: false })
@Index('outgoing_calls_by_time', { synchronize: false })
export class OutgoingCallRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outgoing_calls_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outgoing_calls_pk' })
  lane_id!: string;

  /** The same however often it is sent. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outgoing_calls_pk' })
  id!: string;

  @Column('text')
  kind!: OutgoingKind;

  /** Calls about one subject go strictly one after the other. */
  @Column('uuid', { nullable: true })
  subject_id!: string | null;

  @Column('bigint')
  sequence!: string;

  @Column('text')
  type!: string;

  @Column('text')
  body!: string;

  @Column('text', { default: 'waiting' })
  state!: DeliveryState;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('timestamptz')
  created_at!: Date;

  /** From then on it is tried for three days. */
  @Column('timestamptz')
  since!: Date;

  @Column('timestamptz')
  due_at!: Date;

  @Column('timestamptz', { nullable: true })
  first_failed_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  tried_at!: Date | null;

  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('text', { nullable: true })
  error!: string | null;

  @Column('integer', { nullable: true })
  duration_ms!: number | null;
}
