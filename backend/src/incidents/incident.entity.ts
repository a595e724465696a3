/** Row map of `incidents`. */
import { Column, Entity, Index, PrimaryColumn, Unique, type Point } from 'typeorm';
import type { Confidence, IncidentOrigin, IncidentStatus, Outcome, Severity, Visibility } from '@atesto/contract';

@Entity('incidents')
@Unique('incidents_number', ['deployment_id', 'number'], { deferrable: 'INITIALLY IMMEDIATE' })
@Index('incidents_newest', { synchronize: false })
@Index('incidents_latest', { synchronize: false })
@Index('incidents_by_location', { synchronize: false })
@Index('incidents_assigned_to_user', { synchronize: false })
@Index('incidents_assigned_to_organisation', { synchronize: false })
export class IncidentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incidents_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'incidents_pk' })
  id!: string;

  /** Counts up in the deployment, for people to say. */
  @Column('integer')
  number!: number;

  @Column('text')
  title!: string;

  @Column('text', { default: '' })
  description!: string;

  @Column('uuid', { nullable: true })
  category_id!: string | null;

  @Column('text', { default: 'normal' })
  severity!: Severity;

  @Column('text', { default: 'open' })
  status!: IncidentStatus;

  @Column('text')
  visibility!: Visibility;

  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  location!: Point | null;

  @Column('real', { nullable: true })
  accuracy_metres!: number | null;

  @Column('text', { nullable: true })
  place!: string | null;

  /** The latest reason given in public. */
  @Column('text', { nullable: true })
  public_reason!: string | null;

  @Column('integer', { default: 0 })
  report_count!: number;

  @Column('integer', { default: 0 })
  confirmation_count!: number;

  @Column('text', { default: 'unconfirmed' })
  confidence!: Confidence;

  /** The first standing second person; none of those who opened or verified it. */
  @Column('uuid', { nullable: true })
  seconded_by!: string | null;

  /** What its reporters say of its end; null while it has not ended, or nobody was asked. */
  @Column('text', { nullable: true })
  outcome!: Outcome | null;

  @Column('timestamptz', { default: () => 'now()' })
  opened_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;

  @Column('uuid', { nullable: true })
  merged_into!: string | null;

  @Column('uuid', { nullable: true })
  assigned_to_user!: string | null;

  @Column('uuid', { nullable: true })
  assigned_to_organisation!: string | null;

  /** Whose it is, where it was shared from elsewhere. */
  @Column('jsonb', { nullable: true })
  origin!: IncidentOrigin | null;

  @Column('integer', { default: 1 })
  version!: number;
}
