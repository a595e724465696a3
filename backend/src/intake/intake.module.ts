import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/index.js';
import { Intake } from './intake.js';

@Module({ imports: [ReportsModule], providers: [Intake], exports: [Intake] })
export class IntakeModule {}
