/** Row maps of gateways and of their log. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('gateways')
export class GatewayRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gateways_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gateways_pk' })
  id!: string;

  /** Names the adapter. */
  @Column('text')
  kind!: string;

  @Column('text')
  name!: string;

  @Column('boolean', { default: true })
  enabled!: boolean;

  @Column('jsonb', { default: {} })
  settings!: Record<string, unknown>;

  /** Secrets as JSON, encrypted. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  /** Goes into the token of the address, so that a new one can be made. */
  @Column('integer', { default: 1 })
  token_version!: number;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  last_in_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  last_out_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  last_poll_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  last_error_at!: Date | null;

  @Column('text', { nullable: true })
  last_error!: string | null;
}

@Entity('gateway_log')
@Index('gateway_log_newest', { synchronize: false })
@Index('gateway_log_oldest', ['at'])
export class GatewayLogRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gateway_log_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'gateway_log_pk' })
  id!: string;

  @Column('uuid')
  gateway_id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;

  @Column('text')
  direction!: 'in' | 'out';

  @Column('text')
  request!: string;

  @Column('text')
  answer!: string;

  @Column('integer', { nullable: true })
  status!: number | null;

  @Column('text')
  outcome!: string;
}
