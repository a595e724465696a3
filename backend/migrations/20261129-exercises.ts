/** A deployment may be an exercise, from its first moment and for good. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Exercises1764400500000 implements MigrationInterface {
  readonly name = 'Exercises1764400500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table deployments add column exercise boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table deployments drop column exercise');
  }
}
