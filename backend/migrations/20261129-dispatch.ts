/** Needs of incidents, tasks for organisations, and what reporters say when an incident is over. */
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { keepImagesOf } from './row-images.js';

const statements = [
  `create table needs (
     deployment_id uuid not null,
     id uuid not null,
     incident_id uuid not null,
     kind text not null,
     what text not null default '',
     quantity integer not null,
     unit text not null default '',
     added_by uuid not null,
     at timestamptz not null,
     withdrawn_at timestamptz,
     constraint needs_pk primary key (deployment_id, id)
   )`,
  'create index needs_by_incident on needs (deployment_id, incident_id)',
  `create table tasks (
     deployment_id uuid not null,
     id uuid not null,
     incident_id uuid not null,
     need_id uuid,
     offer_id uuid,
     organisation_id uuid,
     quantity integer,
     status text not null default 'open',
     note text not null,
     added_by uuid not null,
     at timestamptz not null,
     updated_at timestamptz not null,
     constraint tasks_pk primary key (deployment_id, id)
   )`,
  'create index tasks_by_incident on tasks (deployment_id, incident_id)',
  'create index tasks_by_offer on tasks (deployment_id, offer_id) where offer_id is not null',
  `create table outcome_questions (
     deployment_id uuid not null,
     report_id uuid not null,
     incident_id uuid not null,
     message_id uuid not null,
     asked_at timestamptz not null,
     answer text,
     answered_at timestamptz,
     constraint outcome_questions_pk primary key (deployment_id, report_id)
   )`,
  'create index outcome_questions_by_incident on outcome_questions (deployment_id, incident_id)',
  'alter table incidents add column outcome text',
  keepImagesOf('needs'),
  keepImagesOf('tasks'),
];

export class Dispatch1764400301000 implements MigrationInterface {
  readonly name = 'Dispatch1764400301000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incidents drop column outcome');
    for (const table of ['outcome_questions', 'tasks', 'needs']) await runner.query(`drop table ${table}`);
  }
}
