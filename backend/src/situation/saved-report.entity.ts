/** Row map of saved situation reports. */
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Audience, SituationState, SituationText } from '@atesto/contract';
import type { StateRows } from './compare-states.js';

@Entity('situation_reports')
@Unique('situation_reports_number', ['deployment_id', 'number'])
export class SituationReportRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'situation_reports_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'situation_reports_pk' })
  id!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  title!: string;

  @Column('jsonb')
  texts!: SituationText[];

  @Column('timestamptz')
  from_at!: Date;

  @Column('timestamptz')
  to_at!: Date;

  @Column('timestamptz')
  taken_at!: Date;

  @Column('boolean')
  published!: boolean;

  @Column('uuid')
  created_by!: string;

  /** What each audience reads, for ever. */
  @Column('jsonb')
  frozen!: Record<Audience, SituationState>;

  /** What the next report is compared with. */
  @Column('jsonb')
  states!: Record<Audience, StateRows>;
}
