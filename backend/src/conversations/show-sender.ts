/** The person behind a report over all that they sent, and whether their messages are trusted or blocked. */
import { Injectable } from '@nestjs/common';
import type { PutStanding, SenderView } from '@atesto/contract';
import { appendJournal, Database, JournalFeed, notFound } from '../platform/index.js';
import { addressOfReport, reportsOfAddress, sendersOfAddress, writeStanding } from './senders.queries.js';

@Injectable()
export class ShowSender {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  /** Journalled, as every look at a reporter is. @throws Problem 404 when nothing tells who it was */
  async show(deploymentId: string, reportId: string, actorId: string): Promise<SenderView> {
    const view = await this.database.transaction(async (tx) => {
      const address = await addressOfReport(tx, deploymentId, reportId);
      if (address === null) throw notFound('sender');
      await appendJournal(tx, [{ deploymentId, kind: 'reporter.viewed', subjectId: reportId, actorId }]);
      const [sender] = await sendersOfAddress(tx, deploymentId, address);
      const reports = await reportsOfAddress(tx, deploymentId, address);
      return {
        standing: sender?.standing ?? 'unknown',
        optedOut: sender !== undefined && sender.opted_out_at !== null,
        language: sender?.language ?? null,
        reports: reports.map(({ id, status, received_at: at, text }) => ({
          id,
          status,
          receivedAt: at.toISOString(),
          text: text.slice(0, 200),
        })),
      };
    });
    this.feed.wake();
    return view;
  }

  /** @throws Problem 404 when the report did not come through a gateway */
  async judge(
    deploymentId: string,
    reportId: string,
    { standing, reason }: PutStanding,
    actorId: string,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      const address = await addressOfReport(tx, deploymentId, reportId);
      if (address === null || (await sendersOfAddress(tx, deploymentId, address)).length === 0)
        throw notFound('sender');
      await writeStanding(tx, deploymentId, address, standing);
      const data = { standing, ...(reason !== undefined && { reason }) };
      await appendJournal(tx, [{ deploymentId, kind: 'sender.changed', subjectId: reportId, actorId, data }]);
    });
    this.feed.wake();
  }
}
