/** Follows the journal for what responders wrote to reporters, and sends it the way the report came. */
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  CLOCK,
  Database,
  Jobs,
  JournalFeed,
  LOG,
  StoredReader,
  type Clock,
  type JournalEntry,
  type Log,
  type Sql,
} from '../platform/index.js';
import { GatewayAdapters, kindOfGateway } from '../gateways/index.js';
import { routeMessage } from './messages.queries.js';
import { SEND_JOB, type SendJob } from './send-messages.js';
import { lockSenderOfReport, writeSenders } from './senders.queries.js';

/** A question that nobody answered is closed after a week. */
const answerPatienceMs = 7 * 86_400_000;

@Injectable()
export class AnswerReader implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly reader: StoredReader;

  constructor(
    database: Database,
    feed: JournalFeed,
    private readonly jobs: Jobs,
    private readonly adapters: GatewayAdapters,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.reader = new StoredReader(database, feed, log, {
      name: 'answers',
      concerns: ({ kind }) => kind === 'report.asked',
      handle: (tx, entry) => this.route(tx, entry),
      done: () => this.jobs.wake(SEND_JOB),
    });
  }

  onApplicationBootstrap(): Promise<void> {
    return this.reader.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.reader.stop();
  }

  /** A reporter who came another way reads it on the follow page. */
  private async route(tx: Sql, { deploymentId, subjectId: reportId, data }: JournalEntry): Promise<void> {
    const messageId = data['message'];
    const sender = await lockSenderOfReport(tx, deploymentId, reportId);
    if (typeof messageId !== 'string' || sender === null) return;
    const at = this.clock.now();
    const { gateway_id: gatewayId, address_name: addressName } = sender;
    if (sender.opted_out_at !== null) {
      const detail = 'The person wants no messages.';
      await routeMessage(tx, deploymentId, messageId, { gatewayId, addressName, delivery: 'withheld', detail, at });
      return;
    }
    await routeMessage(tx, deploymentId, messageId, { gatewayId, addressName, delivery: 'queued', detail: null, at });
    const awaitingUntil = new Date(at.getTime() + answerPatienceMs);
    await writeSenders(tx, [{ ...sender, report_id: reportId, awaiting: 'answer', awaiting_until: awaitingUntil }]);
    const kind = await kindOfGateway(tx, deploymentId, gatewayId);
    if (kind === null || this.adapters.find(kind)?.send === undefined) return;
    await this.jobs.enqueue<SendJob>(tx, SEND_JOB, { deploymentId, messageId });
  }
}
