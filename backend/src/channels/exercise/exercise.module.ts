import { Module } from '@nestjs/common';
import { AccountsModule } from '../../accounts/index.js';
import { DeploymentsModule } from '../../deployments/index.js';
import { IntakeModule } from '../../intake/index.js';
import { ExerciseController } from './exercise.controller.js';
import { Exercise } from './exercise.js';
import { Replayer } from './replayer.js';
import { RunReplay } from './run-replay.js';

@Module({
  imports: [AccountsModule, DeploymentsModule, IntakeModule],
  controllers: [ExerciseController],
  providers: [Exercise, Replayer, RunReplay],
})
export class ExerciseModule {}
