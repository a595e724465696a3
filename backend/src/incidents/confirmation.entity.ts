/** Row map of `confirmations`: who said "I see this too", by a keyed hash only. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('confirmations')
export class ConfirmationRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'confirmations_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'confirmations_pk' })
  incident_id!: string;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'confirmations_pk' })
  person!: Buffer;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
