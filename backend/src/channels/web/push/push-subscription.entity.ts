/** Row map of `push_subscriptions`: where the phone behind a report wants to be told, sealed like a contact. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('push_subscriptions')
export class PushSubscriptionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'push_subscriptions_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'push_subscriptions_pk' })
  report_id!: string;

  /** Keyed hash of the endpoint, so that the same phone subscribes once. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'push_subscriptions_pk' })
  endpoint_name!: Buffer;

  /** Endpoint and keys as JSON, encrypted. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('text')
  language!: string;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
