/** Row maps of needs, tasks, and the question put to reporters when an incident is over. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NeedKind, TaskStatus } from '@atesto/contract';

@Entity('needs')
@Index('needs_by_incident', ['deployment_id', 'incident_id'])
export class NeedRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'needs_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'needs_pk' })
  id!: string;

  @Column('uuid')
  incident_id!: string;

  @Column('text')
  kind!: NeedKind;

  @Column('text', { default: '' })
  what!: string;

  @Column('integer')
  quantity!: number;

  @Column('text', { default: '' })
  unit!: string;

  @Column('uuid')
  added_by!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  withdrawn_at!: Date | null;
}

@Entity('tasks')
@Index('tasks_by_incident', ['deployment_id', 'incident_id'])
@Index('tasks_by_offer', { synchronize: false })
export class TaskRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tasks_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tasks_pk' })
  id!: string;

  @Column('uuid')
  incident_id!: string;

  @Column('uuid', { nullable: true })
  need_id!: string | null;

  @Column('uuid', { nullable: true })
  offer_id!: string | null;

  @Column('uuid', { nullable: true })
  organisation_id!: string | null;

  /** How much of the need it brings; null where it meets none. */
  @Column('integer', { nullable: true })
  quantity!: number | null;

  @Column('text', { default: 'open' })
  status!: TaskStatus;

  @Column('text')
  note!: string;

  @Column('uuid')
  added_by!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz')
  updated_at!: Date;
}

/** One row a report: nobody is asked twice. */
@Entity('outcome_questions')
@Index('outcome_questions_by_incident', ['deployment_id', 'incident_id'])
export class OutcomeQuestionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outcome_questions_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outcome_questions_pk' })
  report_id!: string;

  @Column('uuid')
  incident_id!: string;

  @Column('uuid')
  message_id!: string;

  @Column('timestamptz')
  asked_at!: Date;

  @Column('text', { nullable: true })
  answer!: 'confirmed' | 'denied' | null;

  @Column('timestamptz', { nullable: true })
  answered_at!: Date | null;
}
