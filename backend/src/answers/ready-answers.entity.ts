/** Row map of `ready_answers`: one row for a deployment whose coordinators changed its ready answers. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReadyAnswer } from '@atesto/contract';

@Entity('ready_answers')
export class ReadyAnswersRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ready_answers_pk' })
  deployment_id!: string;

  @Column('jsonb')
  items!: ReadyAnswer[];

  @Column('integer', { default: 1 })
  version!: number;
}
