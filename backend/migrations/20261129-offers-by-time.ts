/** Finds the newest offers of help without reading all of them. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OffersByTime1764400610000 implements MigrationInterface {
  readonly name = 'OffersByTime1764400610000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index offers_by_time on offers (deployment_id, at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index offers_by_time');
  }
}
