/** Row map of `message_parts`. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('message_parts')
@Index('message_parts_waiting', { synchronize: false })
@Index('message_parts_oldest', ['at'])
export class MessagePartRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_parts_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'message_parts_pk' })
  gateway_id!: string;

  /** The provider's name of the part. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'message_parts_pk' })
  part_id!: string;

  /** Keyed hash of what the parts of one message share. */
  @Column('text')
  whole_name!: string;

  @Column('integer')
  part!: number;

  @Column('integer')
  total!: number;

  /** Who wrote and what, encrypted; empty once the message is whole. */
  @Column('bytea')
  sealed!: Buffer;

  @Column('boolean', { default: false })
  is_done!: boolean;

  @Column('timestamptz')
  at!: Date;
}
