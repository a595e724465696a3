/** Reads and replaces lists of words. Those that are as they were shipped are not kept, so that they follow later versions. */
import { Injectable } from '@nestjs/common';
import type { WordList, WordsView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { appendJournal, Database, invalidInput, JournalFeed, staleVersion } from '../platform/index.js';
import { wordsOf, writeWords } from './words.queries.js';
import { withLists, wordFaults, wordListsOf } from './words/word-lists.js';

@Injectable()
export class PutWordsAction {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  async show(deployment: Deployment): Promise<WordsView> {
    const own = await wordsOf(this.database, deployment.id);
    return { version: own?.version ?? 0, items: wordListsOf(deployment, own?.lists ?? []) };
  }

  /** @throws Problem 422 for lists that do not fit, 412 when they changed since `version` */
  async put(deployment: Deployment, version: number, items: WordList[], actorId: string): Promise<WordsView> {
    const faults = wordFaults(deployment, items);
    if (faults.length > 0) throw invalidInput(faults);
    const { id: deploymentId } = deployment;
    await this.database.transaction(async (tx) => {
      const own = await wordsOf(tx, deploymentId);
      const isWritten = await writeWords(tx, deploymentId, version, withLists(own?.lists ?? [], items));
      if (!isWritten) throw staleVersion(own?.version ?? 0);
      const lists = items.map(({ kind, code, language }) => `${kind}:${code} ${language}`);
      const data = { lists };
      await appendJournal(tx, [{ deploymentId, kind: 'words.changed', subjectId: deploymentId, actorId, data }]);
    });
    this.feed.wake();
    return this.show(deployment);
  }
}
