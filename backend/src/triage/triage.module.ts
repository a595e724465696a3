import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { IncidentsModule } from '../incidents/index.js';
import { Jobs } from '../platform/index.js';
import { ReportsModule } from '../reports/index.js';
import { AdmitReports } from './admit-reports.js';
import { AskReporter } from './ask-reporter.js';
import { BulkController } from './bulk.controller.js';
import { BulkReports } from './bulk-reports.js';
import { ClaimReport } from './claim-report.js';
import { Decide } from './decide.js';
import { ExpireClaims } from './expire-claims.js';
import { GatherController } from './gather.controller.js';
import { GatherReports } from './gather-reports.js';
import { QuarantineController } from './quarantine.controller.js';
import { RejectReport } from './reject-report.js';
import { TakeNext } from './take-next.js';
import { TriageController } from './triage.controller.js';
import { VerifyReport } from './verify-report.js';

@Module({
  imports: [IncidentsModule, ReportsModule],
  controllers: [BulkController, GatherController, QuarantineController, TriageController],
  providers: [
    Decide,
    AdmitReports,
    ClaimReport,
    VerifyReport,
    RejectReport,
    AskReporter,
    ExpireClaims,
    BulkReports,
    GatherReports,
    TakeNext,
  ],
  exports: [AskReporter],
})
export class TriageModule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly expireClaims: ExpireClaims,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('expire-claims', '* * * * *', () => this.expireClaims.run());
  }
}
