/** The door of the web channel. */
export { PushSubscriptionRow } from './push/push-subscription.entity.js';
export { WebModule } from './web.module.js';
