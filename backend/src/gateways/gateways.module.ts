import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { GatewayAdapters } from './adapter.js';
import { GatewayCatalogue } from './gateway-catalogue.js';
import { GatewayDoor } from './gateway-door.js';
import { GatewayNotes } from './gateway-notes.js';
import { GatewayReader } from './gateway-reader.js';
import { GatewaysController } from './gateways.controller.js';
import { KeepGateway } from './keep-gateway.js';
import { OutgoingCalls } from './outgoing/outgoing-calls.js';
import { PollGateways } from './poll-gateways.js';
import { ProviderCall } from './provider-call.js';
import { PublicFetch } from './public-fetch.js';
import { SendThrough } from './send-through.js';

@Module({
  imports: [DeploymentsModule],
  controllers: [GatewaysController],
  providers: [
    GatewayAdapters,
    GatewayCatalogue,
    GatewayDoor,
    GatewayNotes,
    GatewayReader,
    KeepGateway,
    OutgoingCalls,
    PollGateways,
    ProviderCall,
    PublicFetch,
    SendThrough,
  ],
  exports: [
    GatewayAdapters,
    GatewayCatalogue,
    GatewayDoor,
    GatewayNotes,
    OutgoingCalls,
    ProviderCall,
    PublicFetch,
    SendThrough,
  ],
})
export class GatewaysModule {}
