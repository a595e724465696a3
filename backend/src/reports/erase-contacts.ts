/** Erases reporters' contacts once the deployment's term is over. */
import { Inject, Injectable } from '@nestjs/common';
import { DeploymentCatalogue } from '../deployments/index.js';
import { appendJournal, CLOCK, Database, JournalFeed, type Clock } from '../platform/index.js';
import { eraseReporters } from './reports.queries.js';

@Injectable()
export class EraseContacts {
  constructor(
    private readonly database: Database,
    private readonly catalogue: DeploymentCatalogue,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (const { id } of await this.database.query<{ id: string }>('select id from deployments')) {
      const deployment = await this.catalogue.withId(id);
      if (deployment === null) continue;
      const termMs = deployment.policy.contactRetentionDays * 86_400_000;
      const before = new Date(this.clock.now().getTime() - termMs);
      await this.database.transaction(async (tx) => {
        const erased = await eraseReporters(tx, id, before);
        const entries = erased.map(({ report_id: subjectId }) => ({ deploymentId: id, subjectId }));
        await appendJournal(
          tx,
          entries.map((entry) => ({ ...entry, kind: 'reporter.erased', actorId: null })),
        );
      });
    }
    this.feed.wake();
  }
}
