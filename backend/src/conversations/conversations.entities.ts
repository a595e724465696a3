/** Row maps of the people behind channel addresses and of the messages that came from them. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { SenderStanding } from '@atesto/contract';

@Entity('senders')
@Index('senders_by_address', ['deployment_id', 'address_name'])
@Index('senders_last_in', ['deployment_id', 'last_in_at'])
export class SenderRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'senders_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'senders_pk' })
  gateway_id!: string;

  /** Keyed hash of the address, the same as of the reporter. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'senders_pk' })
  address_name!: Buffer;

  /** The address that answers go to, encrypted. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('text', { default: 'unknown' })
  standing!: SenderStanding;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('timestamptz', { nullable: true })
  opted_out_at!: Date | null;

  /** The report that the conversation is about. */
  @Column('uuid', { nullable: true })
  report_id!: string | null;

  @Column('text', { nullable: true })
  awaiting!: 'place' | 'answer' | null;

  @Column('timestamptz', { nullable: true })
  awaiting_until!: Date | null;

  @Column('timestamptz')
  last_in_at!: Date;

  @Column('integer', { default: 0 })
  recent_in!: number;

  @Column('timestamptz')
  recent_since!: Date;
}

@Entity('received_messages')
@Index('received_messages_by_report', ['deployment_id', 'report_id'])
export class ReceivedMessageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'received_messages_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'received_messages_pk' })
  gateway_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'received_messages_pk' })
  external_id!: string;

  @Column('bytea', { nullable: true })
  address_name!: Buffer | null;

  @Column('uuid', { nullable: true })
  report_id!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
