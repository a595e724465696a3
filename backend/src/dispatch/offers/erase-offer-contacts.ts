/** Erases the contacts of those who offered help once the deployment's term is over, as those of reporters. */
import { Inject, Injectable } from '@nestjs/common';
import { DeploymentCatalogue } from '../../deployments/index.js';
import { appendJournal, CLOCK, Database, JournalFeed, type Clock } from '../../platform/index.js';
import { eraseContacts } from './offers.queries.js';

@Injectable()
export class EraseOfferContacts {
  constructor(
    private readonly database: Database,
    private readonly catalogue: DeploymentCatalogue,
    private readonly feed: JournalFeed,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    for (const { id: deploymentId } of await this.database.query<{ id: string }>('select id from deployments')) {
      const deployment = await this.catalogue.withId(deploymentId);
      if (deployment === null) continue;
      const before = new Date(this.clock.now().getTime() - deployment.policy.contactRetentionDays * 86_400_000);
      await this.database.transaction(async (tx) => {
        const erased = await eraseContacts(tx, deploymentId, before);
        const kind = 'offer.contact_erased' as const;
        await appendJournal(
          tx,
          erased.map((subjectId) => ({ deploymentId, kind, subjectId, actorId: null })),
        );
      });
    }
    this.feed.wake();
  }
}
