/** The situation report: how a deployment stands, and what was saved of it. */
import { Module } from '@nestjs/common';
import { IncidentsModule } from '../incidents/index.js';
import { MapModule } from '../map/index.js';
import { KeepReports } from './keep-reports.js';
import { SituationMap } from './map/situation-map.js';
import { SavedReports } from './saved-reports.js';
import { SituationReader } from './situation-reader.js';
import { SituationController } from './situation.controller.js';

@Module({
  imports: [IncidentsModule, MapModule],
  controllers: [SituationController],
  providers: [KeepReports, SavedReports, SituationMap, SituationReader],
  exports: [SavedReports, SituationMap, SituationReader],
})
export class SituationModule {}
