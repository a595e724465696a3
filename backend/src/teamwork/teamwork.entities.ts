/** Row maps of what people write to one another about their work. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Looking } from '@atesto/contract';

@Entity('notes')
@Index('notes_by_subject', ['deployment_id', 'subject_id', 'at'])
export class NoteRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notes_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notes_pk' })
  id!: string;

  @Column('text')
  subject_kind!: Looking['kind'];

  @Column('uuid')
  subject_id!: string;

  @Column('uuid')
  author_id!: string;

  @Column('text')
  text!: string;

  @Column('uuid', { array: true, default: {} })
  mentions!: string[];

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}

/** One person who is mentioned in a note, and since when they know. */
@Entity('mentions')
@Index('mentions_unseen', { synchronize: false })
export class MentionRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mentions_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mentions_pk' })
  note_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mentions_pk' })
  user_id!: string;

  @Column('timestamptz', { nullable: true })
  seen_at!: Date | null;
}

export interface HandOverItemRow {
  kind: Looking['kind'];
  id: string;
  note: string | null;
}

@Entity('hand_overs')
@Index('hand_overs_newest', { synchronize: false })
export class HandOverRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hand_overs_pk' })
  deployment_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'hand_overs_pk' })
  id!: string;

  @Column('uuid')
  by_user!: string;

  @Column('uuid', { nullable: true })
  to_user!: string | null;

  @Column('uuid', { nullable: true })
  to_organisation!: string | null;

  @Column('text')
  note!: string;

  @Column('jsonb')
  items!: HandOverItemRow[];

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
