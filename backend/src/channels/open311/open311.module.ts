import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { IncidentsModule } from '../../incidents/index.js';
import { ReportsModule } from '../../reports/index.js';
import { FindRequests } from './find-requests.js';
import { KeepRequest } from './keep-request.js';
import { Open311Adapter } from './open311.adapter.js';
import { Open311Controller } from './open311.controller.js';

@Module({
  imports: [GatewaysModule, ConversationsModule, ReportsModule, IncidentsModule],
  controllers: [Open311Controller],
  providers: [Open311Adapter, FindRequests, KeepRequest],
})
export class Open311Module {}
