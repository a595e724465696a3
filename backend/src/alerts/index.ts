/** The door of the alerts. */
export {
  AlertDeliveryRow,
  AlertGuardRow,
  AlertIncidentRow,
  AlertSubscriptionRow,
  BroadcastRow,
} from './alerts.entities.js';
export { AlertWays } from './alert-ways.js';
export { AlertsModule } from './alerts.module.js';
export { BroadcastReader } from './broadcast-reader.js';
export { FindPlace, type NamedPlace } from './find-place.js';
export { SettleSubscription, type AskedFor } from './settle-subscription.js';
export { SubscribeToAlerts } from './subscribe-to-alerts.js';
export { wishInWords } from './wish-words.js';
