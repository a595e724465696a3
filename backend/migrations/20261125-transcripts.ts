/** What responders write down of recordings. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Transcripts1764004000000 implements MigrationInterface {
  readonly name = 'Transcripts1764004000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table media add column transcript text, add column transcribed_by uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table media drop column transcribed_by, drop column transcript');
  }
}
