import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/index.js';
import { ChangeNeeds } from './change-needs.js';
import { ChangeTasks } from './change-tasks.js';
import { DispatchReader } from './dispatch-reader.js';
import { DispatchController } from './dispatch.controller.js';
import { OutcomeReader } from './outcome-reader.js';

@Module({
  imports: [IncidentsModule],
  controllers: [DispatchController],
  providers: [ChangeNeeds, ChangeTasks, DispatchReader, OutcomeReader],
})
export class DispatchModule {}
