/** Row map of calls under way, so that somebody who chose and hung up has still reported. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('voice_calls')
export class VoiceCallRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'voice_calls_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'voice_calls_pk' })
  gateway_id!: string;

  /** The provider's name of the call. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'voice_calls_pk' })
  call_id!: string;

  /** The caller, encrypted. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('text')
  language!: string;

  @Column('text', { nullable: true })
  category!: string | null;

  @Column('timestamptz')
  chosen_at!: Date;

  @Column('timestamptz', { nullable: true })
  ended_at!: Date | null;
}
