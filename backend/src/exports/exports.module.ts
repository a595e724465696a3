import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/index.js';
import { ExportsController } from './exports.controller.js';

@Module({ imports: [IncidentsModule], controllers: [ExportsController] })
export class ExportsModule {}
