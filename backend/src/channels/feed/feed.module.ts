import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { FeedAdapter } from './feed.adapter.js';

@Module({ imports: [GatewaysModule, ConversationsModule], providers: [FeedAdapter] })
export class FeedModule {}
