/** Notes with mentions, and to whom reports and incidents are assigned. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create table notes (
     deployment_id uuid not null,
     id uuid not null,
     subject_kind text not null,
     subject_id uuid not null,
     author_id uuid not null,
     text text not null,
     mentions uuid[] not null default '{}',
     at timestamptz not null default now(),
     constraint notes_pk primary key (deployment_id, id)
   )`,
  'create index notes_by_subject on notes (deployment_id, subject_id, at)',

  // Apart from the notes: having looked is nobody's decision and is not to be undone.
  `create table mentions (
     deployment_id uuid not null,
     note_id uuid not null,
     user_id uuid not null,
     seen_at timestamptz,
     constraint mentions_pk primary key (deployment_id, note_id, user_id)
   )`,
  'create index mentions_unseen on mentions (deployment_id, user_id) where seen_at is null',

  ...['reports', 'incidents'].flatMap((table) => [
    `alter table ${table} add column assigned_to_user uuid, add column assigned_to_organisation uuid`,
    `create index ${table}_assigned_to_user on ${table} (deployment_id, assigned_to_user)
       where assigned_to_user is not null`,
    `create index ${table}_assigned_to_organisation on ${table} (deployment_id, assigned_to_organisation)
       where assigned_to_organisation is not null`,
  ]),
  'create index messages_by_author on messages (deployment_id, author_id) where author_id is not null',
];

const undoing = [
  'drop index messages_by_author',
  ...['reports', 'incidents'].map(
    (table) => `alter table ${table} drop column assigned_to_user, drop column assigned_to_organisation`,
  ),
  'drop table mentions',
  'drop table notes',
];

export class Teamwork1764400200000 implements MigrationInterface {
  readonly name = 'Teamwork1764400200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undoing) await runner.query(statement);
  }
}
