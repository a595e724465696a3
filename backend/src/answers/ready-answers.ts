/** Reads and replaces the ready answers of a deployment. */
import { Injectable } from '@nestjs/common';
import type { ReadyAnswer, ReadyAnswersView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { appendJournal, Database, JournalFeed, staleVersion } from '../platform/index.js';
import { answersOf, writeAnswers } from './answers.queries.js';
import { startersFor } from './starters.js';

@Injectable()
export class ReadyAnswers {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  async show(deployment: Deployment): Promise<ReadyAnswersView> {
    const own = await answersOf(this.database, deployment.id);
    return { version: own?.version ?? 0, items: own?.items ?? startersFor(deployment.languages) };
  }

  /** @throws Problem 412 when they changed since `version` */
  async put(deployment: Deployment, version: number, items: ReadyAnswer[], actorId: string): Promise<ReadyAnswersView> {
    const { id: deploymentId } = deployment;
    await this.database.transaction(async (tx) => {
      const kept = items.map(({ language, title, text }) => ({ language, title: title.trim(), text: text.trim() }));
      if (!(await writeAnswers(tx, deploymentId, version, kept))) {
        throw staleVersion((await answersOf(tx, deploymentId))?.version ?? 0);
      }
      const data = { count: items.length };
      await appendJournal(tx, [{ deploymentId, kind: 'answers.changed', subjectId: deploymentId, actorId, data }]);
    });
    this.feed.wake();
    return this.show(deployment);
  }
}
