/** Saved situation reports: what was seen when they were taken is kept as it was shown. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `create table situation_reports (
  deployment_id uuid not null,
  id uuid not null,
  number integer not null,
  title text not null,
  texts jsonb not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  taken_at timestamptz not null,
  published boolean not null,
  created_by uuid not null,
  frozen jsonb not null,
  states jsonb not null,
  constraint situation_reports_pk primary key (deployment_id, id),
  constraint situation_reports_number unique (deployment_id, number)
)`;

export class Situation1764500400000 implements MigrationInterface {
  readonly name = 'Situation1764500400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table situation_reports');
  }
}
