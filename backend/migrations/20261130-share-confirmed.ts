/** Whether the exact place of something sensitive was confirmed: of what was shared before, nobody knows. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShareConfirmed1764500420000 implements MigrationInterface {
  readonly name = 'ShareConfirmed1764500420000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table shares_out add column exact_confirmed boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table shares_out drop column exact_confirmed');
  }
}
