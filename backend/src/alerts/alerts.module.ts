/** Alerts: who asked to be told of an area, what they are told, and what responders say to all of them. */
import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { GatewaysModule } from '../gateways/index.js';
import { IncidentsModule } from '../incidents/index.js';
import { MapModule } from '../map/index.js';
import { PushModule } from '../push/index.js';
import { AlertFeed } from './alert-feed.js';
import { AlertFeedController } from './alert-feed.controller.js';
import { AlertReader } from './alert-reader.js';
import { AlertTokens } from './alert-tokens.js';
import { AlertWays } from './alert-ways.js';
import { BroadcastReader } from './broadcast-reader.js';
import { BroadcastsController } from './broadcasts.controller.js';
import { FindPlace } from './find-place.js';
import { SendAlerts } from './send-alerts.js';
import { SendBroadcast } from './send-broadcast.js';
import { SettleSubscription } from './settle-subscription.js';
import { SubscribeToAlerts } from './subscribe-to-alerts.js';
import { WriteAlert } from './write-alert.js';

@Module({
  imports: [DeploymentsModule, GatewaysModule, IncidentsModule, MapModule, PushModule],
  controllers: [BroadcastsController, AlertFeedController],
  providers: [
    AlertTokens,
    AlertWays,
    WriteAlert,
    SendAlerts,
    AlertReader,
    SubscribeToAlerts,
    SettleSubscription,
    SendBroadcast,
    BroadcastReader,
    AlertFeed,
    FindPlace,
  ],
  exports: [FindPlace, AlertWays, SubscribeToAlerts, SettleSubscription, BroadcastReader],
})
export class AlertsModule {}
