/** Row maps of reports, their media, their reporters and the conversation. */
import { Column, Entity, Index, PrimaryColumn, Unique, type Point } from 'typeorm';
import type { Channel, Delivery, RejectionReason, ReportStatus, Severity } from '@atesto/contract';

@Entity('reports')
@Unique('reports_external', ['deployment_id', 'channel', 'external_id'])
@Index('reports_newest', { synchronize: false })
@Index('reports_by_location', { synchronize: false })
@Index('reports_by_incident', { synchronize: false })
@Index('reports_claimed', { synchronize: false })
@Index('reports_quarantined', { synchronize: false })
@Index('reports_assigned_to_user', { synchronize: false })
@Index('reports_assigned_to_organisation', { synchronize: false })
export class ReportRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reports_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reports_pk' })
  id!: string;

  @Column('text')
  channel!: Channel;

  /** Name of the report in its channel; the web's is the UUID made on the phone. */
  @Column('text')
  external_id!: string;

  @Column('text', { default: 'new' })
  status!: ReportStatus;

  @Column('text', { default: 'normal' })
  priority!: Severity;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('text', { default: '' })
  text!: string;

  @Column('uuid', { nullable: true })
  category_id!: string | null;

  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  location!: Point | null;

  @Column('real', { nullable: true })
  accuracy_metres!: number | null;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('timestamptz', { nullable: true })
  observed_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  received_at!: Date;

  @Column('jsonb', { default: {} })
  answers!: Record<string, unknown>;

  @Column('boolean', { default: false })
  contactable!: boolean;

  @Column('integer', { default: 0 })
  media_count!: number;

  /** Photos that were announced to follow. */
  @Column('integer', { default: 0 })
  media_expected!: number;

  @Column('boolean', { default: false })
  quarantined!: boolean;

  @Column('uuid', { nullable: true })
  claimed_by!: string | null;

  @Column('timestamptz', { nullable: true })
  claimed_until!: Date | null;

  @Column('uuid', { nullable: true })
  assigned_to_user!: string | null;

  @Column('uuid', { nullable: true })
  assigned_to_organisation!: string | null;

  @Column('uuid', { nullable: true })
  incident_id!: string | null;

  @Column('text', { nullable: true })
  rejection_reason!: RejectionReason | null;

  @Column('text', { nullable: true })
  rejection_note!: string | null;
}

@Entity('media')
@Index('media_by_report', ['deployment_id', 'report_id'])
export class MediumRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'media_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'media_pk' })
  id!: string;

  @Column('uuid')
  report_id!: string;

  /** SHA-256 of the stored bytes in hex: the name of the file. */
  @Column('text')
  digest!: string;

  @Column('text')
  type!: string;

  @Column('integer', { nullable: true })
  width!: number | null;

  @Column('integer', { nullable: true })
  height!: number | null;

  @Column('integer')
  bytes!: number;

  /** Where the photo says it was taken. */
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true })
  location!: Point | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  /** What is said in a recording, as a responder wrote it down. */
  @Column('text', { nullable: true })
  transcript!: string | null;

  @Column('uuid', { nullable: true })
  transcribed_by!: string | null;
}

@Entity('reporters')
@Index('reporters_by_address', ['deployment_id', 'address_name', 'received_at'])
export class ReporterRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reporters_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reporters_pk' })
  report_id!: string;

  /** Keyed hash of the address, so that equal ones can be told without being known. */
  @Column('bytea', { nullable: true })
  address_name!: Buffer | null;

  /** Name and addresses as JSON, encrypted. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  received_at!: Date;
}

@Entity('messages')
@Index('messages_by_report', ['deployment_id', 'report_id', 'at'])
@Index('messages_waiting', { synchronize: false })
@Index('messages_by_provider', { synchronize: false })
@Index('messages_by_author', { synchronize: false })
export class MessageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'messages_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'messages_pk' })
  id!: string;

  @Column('uuid')
  report_id!: string;

  @Column('text')
  direction!: 'in' | 'out';

  @Column('text')
  text!: string;

  @Column('uuid', { nullable: true })
  author_id!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  /** Of what goes out through a gateway, with everything below. */
  @Column('uuid', { nullable: true })
  gateway_id!: string | null;

  @Column('bytea', { nullable: true })
  address_name!: Buffer | null;

  @Column('text', { nullable: true })
  delivery!: Delivery | null;

  @Column('text', { nullable: true })
  delivery_detail!: string | null;

  @Column('timestamptz', { nullable: true })
  delivery_at!: Date | null;

  /** The provider's own name of it, by which it reports the delivery. */
  @Column('text', { nullable: true })
  provider_id!: string | null;

  @Column('integer', { default: 0 })
  attempts!: number;
}
