/** Row maps of the notices: what people want, what they were told, and what was sent. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { NoticeDelivery, NoticeKind, NoticeWay, Severity } from '@atesto/contract';
import type { Preferences } from './preferences.js';

@Entity('notice_preferences')
export class NoticePreferencesRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_preferences_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_preferences_pk' })
  user_id!: string;

  @Column('jsonb')
  preferences!: Preferences;

  /** Its webhook; whoever has the address may write there. */
  @Column('bytea', { nullable: true })
  chat_sealed!: Buffer | null;

  @Column('bytea', { nullable: true })
  phone_sealed!: Buffer | null;

  /** Hash of the code that was sent to the phone. */
  @Column('text', { nullable: true })
  phone_code!: string | null;

  @Column('timestamptz', { nullable: true })
  phone_code_until!: Date | null;

  @Column('integer', { default: 0 })
  phone_tries!: number;

  @Column('boolean', { default: false })
  phone_confirmed!: boolean;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('notices')
@Index('notices_unread', { synchronize: false })
export class NoticeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notices_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notices_pk' })
  user_id!: string;

  /** Of the journal's entry that it tells of. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'notices_pk' })
  seq!: string;

  @Column('text')
  kind!: NoticeKind;

  @Column('text')
  subject_kind!: 'report' | 'incident';

  @Column('uuid')
  subject_id!: string;

  @Column('integer', { nullable: true })
  number!: number | null;

  @Column('uuid', { nullable: true })
  category_id!: string | null;

  @Column('text')
  severity!: Severity;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  read_at!: Date | null;
}

@Entity('notice_deliveries')
@Index('notice_deliveries_due', { synchronize: false })
@Index('notice_deliveries_by_time', ['deployment_id', 'user_id', 'way', 'handled_at'])
export class NoticeDeliveryRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_deliveries_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_deliveries_pk' })
  user_id!: string;

  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'notice_deliveries_pk' })
  seq!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'notice_deliveries_pk' })
  way!: NoticeWay;

  @Column('text', { default: 'waiting' })
  state!: NoticeDelivery['state'];

  @Column('timestamptz')
  due_at!: Date;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** The message that told of it, together with others. */
  @Column('uuid', { nullable: true })
  message_id!: string | null;

  @Column('timestamptz', { nullable: true })
  handled_at!: Date | null;

  @Column('text', { nullable: true })
  detail!: string | null;
}

@Entity('notice_devices')
export class NoticeDeviceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_devices_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_devices_pk' })
  user_id!: string;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'notice_devices_pk' })
  name!: Buffer;

  @Column('bytea')
  sealed!: Buffer;

  @Column('timestamptz')
  created_at!: Date;
}
