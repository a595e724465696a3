/** Row maps of the alerts. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { AlertNews, AlertWay, IncidentStatus, Severity } from '@atesto/contract';

/** A circle, a ring of corners, or neither: everywhere. */
abstract class WithArea {
  @Column('double precision', { nullable: true })
  lat!: number | null;

  @Column('double precision', { nullable: true })
  lon!: number | null;

  @Column('integer', { nullable: true })
  radius_metres!: number | null;

  /** Corners, `lon,lat;lon,lat;…`. */
  @Column('text', { nullable: true })
  ring!: string | null;
}

@Entity('alert_subscriptions')
@Index('alert_subscriptions_wish', ['deployment_id', 'address_name', 'wish'], { unique: true })
export class AlertSubscriptionRow extends WithArea {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_subscriptions_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_subscriptions_pk' })
  id!: string;

  @Column('text')
  way!: AlertWay;

  /** Tells equal addresses, and nothing else. */
  @Column('bytea')
  address_name!: Buffer;

  @Column('bytea')
  sealed!: Buffer;

  /** Tells equal wishes of an address. */
  @Column('bytea')
  wish!: Buffer;

  @Column('text')
  language!: string;

  @Column('text', { nullable: true })
  place!: string | null;

  /** A box around the area, to find few; null where none is simple. */
  @Column('double precision', { nullable: true })
  west!: number | null;

  @Column('double precision', { nullable: true })
  south!: number | null;

  @Column('double precision', { nullable: true })
  east!: number | null;

  @Column('double precision', { nullable: true })
  north!: number | null;

  @Column('text', { array: true })
  categories!: string[];

  @Column('text')
  severity!: Severity;

  @Column('text', { default: 'pending' })
  state!: 'pending' | 'confirmed';

  @Column('timestamptz', { nullable: true })
  code_until!: Date | null;

  @Column('integer', { default: 0 })
  code_tries!: number;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  confirmed_at!: Date | null;
}

/** How often something was asked for since when. */
@Entity('alert_guards')
export class AlertGuardRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_guards_pk' })
  deployment_id!: string;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'alert_guards_pk' })
  name!: Buffer;

  @Column('timestamptz')
  since!: Date;

  @Column('integer')
  taken!: number;
}

/** What the public last knew of an incident, so that what changed is seen. */
@Entity('alert_incidents')
export class AlertIncidentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_incidents_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_incidents_pk' })
  incident_id!: string;

  @Column('text')
  severity!: Severity;

  @Column('text')
  status!: IncidentStatus;
}

@Entity('alert_deliveries')
@Index('alert_deliveries_due', { synchronize: false })
@Index('alert_deliveries_by_subject', ['deployment_id', 'subject_id'])
export class AlertDeliveryRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_deliveries_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_deliveries_pk' })
  subscription_id!: string;

  /** An incident, a broadcast, or the subscription that is to be confirmed. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'alert_deliveries_pk' })
  subject_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'alert_deliveries_pk' })
  news!: AlertNews | 'broadcast' | 'confirm';

  @Column('text')
  way!: AlertWay;

  @Column('text', { default: 'waiting' })
  state!: 'waiting' | 'sending' | 'sent' | 'failed' | 'withheld';

  @Column('timestamptz')
  due_at!: Date;

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('uuid', { nullable: true })
  message_id!: string | null;

  @Column('timestamptz', { nullable: true })
  handled_at!: Date | null;

  @Column('text', { nullable: true })
  detail!: string | null;
}

@Entity('broadcasts')
@Index('broadcasts_by_time', ['deployment_id', 'at'])
export class BroadcastRow extends WithArea {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'broadcasts_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'broadcasts_pk' })
  id!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  text!: string;

  @Column('text')
  severity!: Severity;

  @Column('text', { array: true })
  categories!: string[];

  @Column('uuid')
  sent_by!: string;

  @Column('timestamptz')
  at!: Date;
}
