/** The door of the webhooks. */
export { WebhookRow, WebhookToldRow } from './webhook.entity.js';
export { WebhooksModule } from './webhooks.module.js';
