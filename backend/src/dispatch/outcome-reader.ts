/** Follows the journal for what reporters answer when they were asked whether an incident is over. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { lockIncident } from '../incidents/index.js';
import {
  appendJournal,
  Database,
  JournalFeed,
  LOG,
  StoredReader,
  type JournalEntry,
  type Log,
  type Sql,
} from '../platform/index.js';
import { openQuestion, textOfMessage, writeAnswer, writeOutcome } from './outcome.queries.js';
import { readOutcome } from './read-outcome.js';

@Injectable()
export class OutcomeReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly reader: StoredReader;

  constructor(database: Database, feed: JournalFeed, @Inject(LOG) log: Log) {
    this.reader = new StoredReader(database, feed, log, {
      name: 'outcomes',
      concerns: ({ kind }) => kind === 'report.answered',
      handle: (tx, entry) => this.read(tx, entry),
      done: () => feed.wake(),
    });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.reader.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.reader.stop();
  }

  /** A no outweighs every yes: it is for people to look at. */
  private async read(tx: Sql, { deploymentId, subjectId: reportId, data }: JournalEntry): Promise<void> {
    const messageId = data['message'];
    const question = await openQuestion(tx, deploymentId, reportId);
    if (typeof messageId !== 'string' || question === null) return;
    const message = await textOfMessage(tx, deploymentId, messageId);
    const answer = message === null || message.at < question.asked_at ? null : readOutcome(message.text);
    if (message === null || answer === null) return;
    await writeAnswer(tx, deploymentId, reportId, answer, message.at);
    const incident = await lockIncident(tx, deploymentId, question.incident_id);
    if (incident === null) return;
    const subjectId = incident.merged_into ?? incident.id;
    // One that was opened again meanwhile is no longer asked about.
    if (incident.status === 'resolved' && incident.outcome !== 'denied') {
      await writeOutcome(tx, deploymentId, subjectId, answer);
    }
    const told = { outcome: answer, report: reportId };
    await appendJournal(tx, [{ deploymentId, kind: 'incident.outcome_told', subjectId, actorId: null, data: told }]);
  }
}
