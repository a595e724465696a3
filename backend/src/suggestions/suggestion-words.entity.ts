/** Row map of `suggestion_words`: one row for a deployment whose coordinators changed its lists of words. */
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { WordList } from '@atesto/contract';

@Entity('suggestion_words')
export class SuggestionWordsRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'suggestion_words_pk' })
  deployment_id!: string;

  @Column('jsonb')
  lists!: WordList[];

  @Column('integer', { default: 1 })
  version!: number;
}
