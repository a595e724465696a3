/** What is found by is written otherwise now, and of incidents too: the readers begin at the beginning of the journal. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

const beginAnew = [
  'delete from search_documents',
  `delete from journal_readers where name in ('report-search', 'incident-search')`,
];

export class Finding1764400400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of beginAnew) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of beginAnew) await runner.query(statement);
  }
}
