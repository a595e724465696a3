import { Module } from '@nestjs/common';
import { ConversationsModule } from '../../conversations/index.js';
import { GatewaysModule } from '../../gateways/index.js';
import { ReportsModule } from '../../reports/index.js';
import { KeepInstance } from './keep-instance.js';
import { OdkAdapter } from './odk.adapter.js';
import { OdkController } from './odk.controller.js';

@Module({
  imports: [GatewaysModule, ConversationsModule, ReportsModule],
  controllers: [OdkController],
  providers: [OdkAdapter, KeepInstance],
})
export class OdkModule {}
