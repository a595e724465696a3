/** The door of the conversations. */
export { ReceivedMessageRow, SenderRow } from './conversations.entities.js';
export { ConversationsModule } from './conversations.module.js';
export { FetchMedia } from './fetch-media.js';
export type { InboundMessage, Reception } from './inbound-message.js';
export { Inbox } from './inbox.js';
export { NoteDelivery } from './note-delivery.js';
export { Outbox, type WaitingMessage } from './outbox.js';
export { replyTextsIn } from './texts/index.js';
