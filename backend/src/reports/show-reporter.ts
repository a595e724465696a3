/** Shows who reported, to those who may know, and writes down that it was shown. */
import { Injectable } from '@nestjs/common';
import type { ReporterView } from '@atesto/contract';
import { appendJournal, Database, JournalFeed, Keys, notFound } from '../platform/index.js';
import { sealedReporter } from './reports.queries.js';

@Injectable()
export class ShowReporter {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
    private readonly feed: JournalFeed,
  ) {}

  /** @throws Problem 404 when the reporter left no contact, or it was erased */
  async show(deploymentId: string, reportId: string, actorId: string): Promise<ReporterView> {
    const sealed = await this.database.transaction(async (tx) => {
      const found = await sealedReporter(tx, deploymentId, reportId);
      if (found === null) throw notFound('contact');
      await appendJournal(tx, [{ deploymentId, kind: 'reporter.viewed', subjectId: reportId, actorId }]);
      return found;
    });
    this.feed.wake();
    const contact = JSON.parse(this.keys.unseal(sealed)) as Partial<ReporterView>;
    return { name: contact.name ?? null, phone: contact.phone ?? null, email: contact.email ?? null };
  }
}
