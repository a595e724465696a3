/** Notices for people who work here: a reader of the journal, and what it sends. */
import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { GatewaysModule } from '../gateways/index.js';
import { PushModule } from '../push/index.js';
import { KeepPreferences } from './keep-preferences.js';
import { NoticeReader } from './notice-reader.js';
import { NoticesController } from './notices.controller.js';
import { SendNotices } from './send-notices.js';
import { Ways } from './ways.js';

@Module({
  imports: [DeploymentsModule, GatewaysModule, PushModule],
  controllers: [NoticesController],
  providers: [Ways, SendNotices, NoticeReader, KeepPreferences],
})
export class NoticesModule {}
