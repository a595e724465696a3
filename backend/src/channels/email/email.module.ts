import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { EmailAdapter } from './email.adapter.js';
import { FetchAttachment } from './fetch-attachment.js';
import { MailServers } from './mail-servers.js';
import { Mailboxes } from './mailbox.js';
import { PollMailbox } from './poll-mailbox.js';
import { SendMail } from './send-mail.js';

@Module({
  imports: [GatewaysModule, ConversationsModule],
  providers: [EmailAdapter, FetchAttachment, Mailboxes, MailServers, PollMailbox, SendMail],
})
export class EmailModule {}
