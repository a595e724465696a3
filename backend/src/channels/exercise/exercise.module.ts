import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../../deployments/index.js';
import { IntakeModule } from '../../intake/index.js';
import { Exercise } from './exercise.js';

@Module({ imports: [DeploymentsModule, IntakeModule], providers: [Exercise] })
export class ExerciseModule {}
