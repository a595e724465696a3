/** Row maps of the journal, its readers, the row images and the words to be found. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { JournalKind } from '@atesto/contract';

@Entity('journal')
@Index('journal_order', ['xid', 'seq'])
@Index('journal_by_subject', ['deployment_id', 'subject_id', 'seq'])
@Index('journal_acts', { synchronize: false })
@Index('journal_shown', { synchronize: false })
export class JournalRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'journal_pk' })
  deployment_id!: string;

  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'journal_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  seq!: string;

  /** Transaction that wrote the row: together with `seq` the order of reading. */
  // TypeORM reads the default back without its casts and compares it with this text.
  @Column('bigint', { default: () => '((pg_current_xact_id()))' })
  xid!: string;

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at!: Date;

  @Column('text')
  kind!: JournalKind;

  @Column('uuid')
  subject_id!: string;

  @Column('uuid', { nullable: true })
  actor_id!: string | null;

  @Column('jsonb', { default: {} })
  data!: Record<string, unknown>;
}

/** What a transaction did to a row that people decide about: written by a trigger only. */
@Entity('row_images')
@Index('row_images_by_xid', ['deployment_id', 'xid'])
export class RowImageRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'row_images_pk' })
  deployment_id!: string;

  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'row_images_pk',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
  })
  seq!: string;

  @Column('bigint', { default: () => '((pg_current_xact_id()))' })
  xid!: string;

  @Column('text')
  table_name!: string;

  @Column('jsonb')
  row_key!: Record<string, unknown>;

  @Column('jsonb', { nullable: true })
  before!: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  after!: Record<string, unknown> | null;
}

@Entity('journal_readers')
export class JournalReaderRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'journal_readers_pkey' })
  name!: string;

  @Column('text')
  cursor!: string;
}

@Entity('search_documents')
@Index('search_documents_words', { synchronize: false })
export class SearchDocumentRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'search_documents_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'search_documents_pk' })
  subject_id!: string;

  @Column('tsvector')
  words!: string;
}
