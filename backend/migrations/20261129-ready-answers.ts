/** Ready answers that coordinators changed; without a row those that are shipped hold. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReadyAnswers1764400050000 implements MigrationInterface {
  readonly name = 'ReadyAnswers1764400050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table ready_answers (
         deployment_id uuid not null,
         items jsonb not null,
         version integer not null default 1,
         constraint ready_answers_pk primary key (deployment_id)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ready_answers');
  }
}
