/** Row map of `categories`. */
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Translations } from '@atesto/contract';

@Entity('categories')
@Unique('categories_code', ['deployment_id', 'code'])
export class CategoryRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'categories_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'categories_pk' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('uuid', { nullable: true })
  parent_id!: string | null;

  @Column('jsonb')
  names!: Translations;

  @Column('text')
  colour!: string;

  @Column('text')
  icon!: string;

  @Column('boolean', { default: false })
  sensitive!: boolean;

  @Column('integer')
  position!: number;

  @Column('boolean', { default: false })
  archived!: boolean;
}
