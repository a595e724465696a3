/** Lists of words that coordinators changed; what they left alone follows what is shipped. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SuggestionWords1764300400000 implements MigrationInterface {
  readonly name = 'SuggestionWords1764300400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table suggestion_words (
         deployment_id uuid not null,
         lists jsonb not null,
         version integer not null default 1,
         constraint suggestion_words_pk primary key (deployment_id)
       )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table suggestion_words');
  }
}
