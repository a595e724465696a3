import { Module } from '@nestjs/common';
import { ReportsModule } from '../reports/index.js';
import { ChangeIncident } from './change-incident.js';
import { ChangeIncidentStatus } from './change-incident-status.js';
import { ConfirmIncident } from './confirm-incident.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { EvidenceReader } from './evidence/evidence-reader.js';
import { GiveEvidence } from './evidence/give-evidence.js';
import { IncidentReader } from './incident-reader.js';
import { IncidentSearch } from './incident-search.js';
import { IncidentsController } from './incidents.controller.js';
import { MergeIncidents } from './merge-incidents.js';
import { PublicHistoryController } from './public-history/public-history.controller.js';
import { PublicHistoryReader } from './public-history/public-history-reader.js';
import { SplitIncident } from './split-incident.js';

@Module({
  imports: [ReportsModule],
  controllers: [IncidentsController, EvidenceController, PublicHistoryController],
  providers: [
    IncidentReader,
    IncidentSearch,
    ConfirmIncident,
    ChangeIncident,
    ChangeIncidentStatus,
    MergeIncidents,
    SplitIncident,
    EvidenceReader,
    GiveEvidence,
    PublicHistoryReader,
  ],
  exports: [IncidentReader, ConfirmIncident, PublicHistoryReader],
})
export class IncidentsModule {}
