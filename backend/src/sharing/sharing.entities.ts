/** Row maps of sharing: partners, what was shared with them, what came from them, and which messages were heard. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PartnerState, ProvenanceStep, SharedFields, ShareState } from '@atesto/contract';

@Entity('sharing_partners')
export class SharingPartnerRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sharing_partners_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sharing_partners_pk' })
  id!: string;

  @Column('text')
  state!: PartnerState;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  installation!: string | null;

  @Column('text', { nullable: true })
  deployment!: string | null;

  @Column('text', { nullable: true })
  public_key!: string | null;

  /** What they call the partnership. */
  @Column('uuid', { nullable: true })
  their_partner!: string | null;

  @Column('bytea', { nullable: true })
  secret_hash!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  expires_at!: Date | null;

  @Column('text', { nullable: true })
  ended_by!: 'us' | 'them' | null;

  @Column('bigint', { default: 0 })
  last_sequence!: string;

  @Column('timestamptz')
  created_at!: Date;
}

@Entity('shares_out')
@Index('shares_out_by_incident', ['deployment_id', 'incident_id'])
export class ShareOutRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shares_out_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shares_out_pk' })
  id!: string;

  @Column('uuid')
  partner_id!: string;

  @Column('uuid')
  incident_id!: string;

  @Column('text')
  state!: ShareState;

  @Column('boolean')
  exact_place!: boolean;

  /** It was sensitive, and somebody confirmed that its exact place is told. */
  @Column('boolean', { default: false })
  exact_confirmed!: boolean;

  /** It was shared although the public may not see it, and stays shared then. */
  @Column('boolean')
  beyond_public!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  organisation!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('integer', { nullable: true })
  their_number!: number | null;

  @Column('integer', { default: 0 })
  sequence!: number;

  /** What was told last; null while it is withdrawn. */
  @Column('jsonb', { nullable: true })
  told!: SharedFields | null;

  @Column('timestamptz')
  created_at!: Date;
}

@Entity('shares_in')
@Index('shares_in_by_incident', ['deployment_id', 'incident_id'])
export class ShareInRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shares_in_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shares_in_pk' })
  partner_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'shares_in_pk' })
  id!: string;

  @Column('text')
  state!: 'new' | 'accepted' | 'refused';

  @Column('integer')
  sequence!: number;

  /** What they say now. */
  @Column('jsonb')
  theirs!: SharedFields;

  /** Of what they said, what was taken over or answered here. */
  @Column('jsonb', { nullable: true })
  base!: SharedFields | null;

  @Column('boolean', { default: false })
  withdrawn!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('jsonb')
  provenance!: ProvenanceStep[];

  @Column('uuid', { nullable: true })
  incident_id!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  received_at!: Date;

  @Column('timestamptz')
  updated_at!: Date;
}

@Entity('sharing_received')
export class SharingReceivedRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sharing_received_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sharing_received_pk' })
  partner_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sharing_received_pk' })
  message_id!: string;

  @Column('timestamptz')
  at!: Date;
}
