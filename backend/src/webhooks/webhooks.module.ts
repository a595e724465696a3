/** Webhooks: a reader of the journal, what it sends, and what coordinators keep and see of it. */
import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { GatewaysModule } from '../gateways/index.js';
import { KeepWebhooks } from './keep-webhooks.js';
import { SendWebhooks } from './send-webhooks.js';
import { WebhookLog } from './webhook-log.js';
import { WebhookPost } from './webhook-post.js';
import { WebhookReader } from './webhook-reader.js';
import { WebhooksController } from './webhooks.controller.js';
import { WithdrawHidden } from './withdraw-hidden.js';

@Module({
  imports: [DeploymentsModule, GatewaysModule],
  controllers: [WebhooksController],
  providers: [KeepWebhooks, SendWebhooks, WebhookLog, WebhookPost, WebhookReader, WithdrawHidden],
})
export class WebhooksModule {}
