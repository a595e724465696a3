/** Row maps of webhooks: where other systems want to be told, and of which incidents they were. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience, Severity, WebhookKind } from '@atesto/contract';

@Entity('webhooks')
export class WebhookRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhooks_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhooks_pk' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('boolean', { default: true })
  enabled!: boolean;

  @Column('text')
  audience!: Audience;

  @Column('jsonb')
  kinds!: WebhookKind[];

  @Column('jsonb')
  categories!: string[];

  @Column('text')
  min_severity!: Severity;

  /** Address and secrets: who has them can read or forge what is sent. */
  @Column('bytea')
  sealed!: Buffer;

  /** Until then the former secret signs, too. */
  @Column('timestamptz', { nullable: true })
  former_until!: Date | null;

  @Column('bigint', { default: 0 })
  last_sequence!: string;

  @Column('timestamptz', { nullable: true })
  gone_at!: Date | null;

  @Column('timestamptz')
  created_at!: Date;

  @Column('integer', { default: 1 })
  version!: number;
}

/** An incident that a webhook was told of and knows as it is. */
@Entity('webhook_told')
export class WebhookToldRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_told_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_told_pk' })
  webhook_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_told_pk' })
  incident_id!: string;
}
