import { Inject, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { GatewaysModule } from '../gateways/index.js';
import { IntakeModule } from '../intake/index.js';
import { CLOCK, Database, Jobs, type Clock } from '../platform/index.js';
import { ReportsModule } from '../reports/index.js';
import { SuggestionsModule } from '../suggestions/index.js';
import { TriageModule } from '../triage/index.js';
import { AnswerReader } from './answer-reader.js';
import { FetchMedia } from './fetch-media.js';
import { Inbox } from './inbox.js';
import { KeepMessages } from './keep-messages.js';
import { NoteDelivery } from './note-delivery.js';
import { Outbox } from './outbox.js';
import { SendMessages } from './send-messages.js';
import { SendersController } from './senders.controller.js';
import { forgetSenders } from './senders.queries.js';
import { ShowSender } from './show-sender.js';

@Module({
  imports: [GatewaysModule, IntakeModule, ReportsModule, TriageModule, SuggestionsModule],
  controllers: [SendersController],
  providers: [AnswerReader, FetchMedia, Inbox, KeepMessages, NoteDelivery, Outbox, SendMessages, ShowSender],
  exports: [FetchMedia, Inbox, NoteDelivery, Outbox],
})
export class ConversationsModule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('forget-senders', '41 3 * * *', () => forgetSenders(this.database, this.clock.now()));
  }
}
