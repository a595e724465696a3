/** Row map of `deployments`. */
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Policy } from '@atesto/contract';

@Entity('deployments')
@Unique('deployments_slug', ['slug'])
export class DeploymentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'deployments_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  name!: string;

  @Column('double precision')
  west!: number;

  @Column('double precision')
  south!: number;

  @Column('double precision')
  east!: number;

  @Column('double precision')
  north!: number;

  @Column('text', { array: true })
  languages!: string[];

  @Column('jsonb')
  policy!: Policy;

  @Column('integer', { default: 0 })
  last_incident_number!: number;

  @Column('integer', { default: 1 })
  version!: number;

  /** Decided when it is made, for good. */
  @Column('boolean', { default: false })
  exercise!: boolean;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
