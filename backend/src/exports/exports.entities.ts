/** Row maps of export profiles and export jobs. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ExportColumnChoice } from '@atesto/contract';

@Entity('export_profiles')
@Index('export_profiles_by_token', ['token_hash'], { unique: true })
export class ExportProfileRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'export_profiles_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'export_profiles_pk' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  audience!: string;

  @Column('text')
  filter!: string;

  @Column('jsonb')
  columns!: ExportColumnChoice[];

  @Column('bytea', { nullable: true })
  token_hash!: Buffer | null;

  @Column('uuid')
  created_by!: string;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  last_used_at!: Date | null;

  @Column('integer', { default: 1 })
  version!: number;
}

@Entity('export_jobs')
@Index('export_jobs_by_end', ['expires_at'])
export class ExportJobRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'export_jobs_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'export_jobs_pk' })
  id!: string;

  @Column('text')
  format!: string;

  @Column('text')
  audience!: string;

  @Column('text')
  filter!: string;

  @Column('jsonb')
  columns!: ExportColumnChoice[];

  @Column('text')
  state!: string;

  @Column('integer', { nullable: true })
  expected!: number | null;

  @Column('integer', { default: 0 })
  rows!: number;

  @Column('bigint', { nullable: true })
  bytes!: string | null;

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('uuid')
  created_by!: string;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  ended_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  expires_at!: Date | null;
}
