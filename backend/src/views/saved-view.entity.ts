/** Row map of saved views. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('views')
export class SavedViewRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'views_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'views_pk' })
  id!: string;

  @Column('text')
  name!: string;

  /** What stands behind the question mark of the console's address. */
  @Column('text')
  query!: string;

  @Column('uuid')
  created_by!: string;

  @Column('boolean')
  shared!: boolean;

  @Column('integer')
  position!: number;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
