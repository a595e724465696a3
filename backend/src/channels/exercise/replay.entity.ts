/** Row map of `exercise_replays`: the last replay of each exercise. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReplayState } from '@atesto/contract';

@Entity('exercise_replays')
export class ReplayRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exercise_replays_pk' })
  deployment_id!: string;

  /** Another one for each start: what is replayed again comes again. */
  @Column('uuid')
  id!: string;

  /** The deployment whose reports are replayed; null for made-up ones. */
  @Column('uuid', { nullable: true })
  source_id!: string | null;

  @Column('text')
  state!: ReplayState;

  @Column('double precision')
  speed!: number;

  @Column('integer')
  total!: number;

  @Column('integer', { default: 0 })
  done!: number;

  @Column('timestamptz')
  from_at!: Date;

  @Column('timestamptz')
  to_at!: Date;

  /** The last report of the source that was told. */
  @Column('timestamptz')
  last_at!: Date;

  @Column('uuid')
  last_id!: string;

  /** At this moment the source's clock showed `paced_source_at`; it runs `speed` times as fast since. */
  @Column('timestamptz')
  paced_at!: Date;

  @Column('timestamptz')
  paced_source_at!: Date;

  @Column('timestamptz')
  started_at!: Date;
}
