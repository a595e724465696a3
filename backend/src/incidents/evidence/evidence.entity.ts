/** Row map of `evidence`: what a person put forward for an incident. Withdrawn rows stay. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { EvidenceKind } from '@atesto/contract';

@Entity('evidence')
@Index('evidence_by_incident', ['deployment_id', 'incident_id', 'at'])
export class EvidenceRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_pk' })
  id!: string;

  @Column('uuid')
  incident_id!: string;

  /** The incident that stood before whoever gave it; a merge moves the evidence, not what was confirmed. */
  @Column('uuid')
  given_for!: string;

  @Column('text')
  kind!: EvidenceKind;

  @Column('uuid', { nullable: true })
  report_id!: string | null;

  @Column('uuid', { nullable: true })
  medium_id!: string | null;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text', { default: '' })
  note!: string;

  @Column('uuid')
  given_by!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('uuid', { nullable: true })
  withdrawn_by!: string | null;

  @Column('timestamptz', { nullable: true })
  withdrawn_at!: Date | null;
}
