import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { IncidentsModule } from '../incidents/index.js';
import { ExportsController } from './exports.controller.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { ExportSlots } from './export-slots.js';
import { ExportFiles } from './jobs/export-files.js';
import { ExportFilesController, ExportJobsController } from './jobs/export-jobs.controller.js';
import { OrderExports } from './jobs/order-exports.js';
import { ExportWork } from './jobs/export-work.js';
import { RunExports } from './jobs/run-exports.js';
import { MakeExport } from './make-export.js';
import { NoteTaking } from './ogc/note-taking.js';
import { OgcStyleController } from './ogc/ogc-style.controller.js';
import { OgcController } from './ogc/ogc.controller.js';
import { KeepProfiles } from './profiles/keep-profiles.js';
import { ProfilesController } from './profiles/profiles.controller.js';
import { ExportPages } from './rows/export-pages.js';
import { SendExport } from './send-export.js';

@Module({
  imports: [DeploymentsModule, IncidentsModule],
  controllers: [
    ExportFilesController,
    ExportJobsController,
    ProfilesController,
    FeedsController,
    ExportsController,
    OgcStyleController,
    OgcController,
  ],
  providers: [
    ExportPages,
    MakeExport,
    SendExport,
    ExportSlots,
    KeepProfiles,
    OrderExports,
    ExportFiles,
    ExportWork,
    RunExports,
    NoteTaking,
  ],
  exports: [MakeExport],
})
export class ExportsModule {}
