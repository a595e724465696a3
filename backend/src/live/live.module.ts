import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/index.js';
import { DeploymentsModule } from '../deployments/index.js';
import { IncidentsModule } from '../incidents/index.js';
import { OverlaysModule } from '../overlays/index.js';
import { ReportsModule } from '../reports/index.js';
import { Changes } from './changes.js';
import { LiveGateway } from './live.gateway.js';

@Module({
  imports: [AccountsModule, DeploymentsModule, IncidentsModule, OverlaysModule, ReportsModule],
  providers: [Changes, LiveGateway],
})
export class LiveModule {}
