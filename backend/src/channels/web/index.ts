/** The door of the web channel. */
export { BuiltFrontend } from './assets.js';
export { PushSubscriptionRow } from './push/push-subscription.entity.js';
export { pieceType } from './uploads/uploads.problems.js';
export { WebModule } from './web.module.js';
