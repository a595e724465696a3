import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/index.js';
import { Intake } from './intake.js';
import { SettleSpool } from './spool/settle-spool.js';
import { Spool } from './spool/spool.js';
import { StoreReports } from './store-reports.js';

@Module({ imports: [ReportsModule], providers: [Intake, StoreReports, Spool, SettleSpool], exports: [Intake] })
export class IntakeModule {}
