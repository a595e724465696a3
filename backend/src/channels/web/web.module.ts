import { Module, type DynamicModule } from '@nestjs/common';
import { DeploymentsModule } from '../../deployments/index.js';
import { IncidentsModule } from '../../incidents/index.js';
import { IntakeModule } from '../../intake/index.js';
import { ReportsModule } from '../../reports/index.js';
import { TriageModule } from '../../triage/index.js';
import { BuiltFrontend, readBuiltFrontend } from './assets.js';
import { FollowPageController } from './follow-page.controller.js';
import { HomePageController } from './home-page.controller.js';
import { PageFrames } from './page-frame.js';
import { PosterPageController } from './poster-page.controller.js';
import { ReportApiController } from './report-api.controller.js';
import { ReportLimit } from './report-limit.js';
import { ReportPageController } from './report-page.controller.js';

@Module({})
export class WebModule {
  /** `frontendDir` holds what the bundler built. */
  static with(frontendDir: string): DynamicModule {
    return {
      module: WebModule,
      imports: [DeploymentsModule, IncidentsModule, IntakeModule, ReportsModule, TriageModule],
      controllers: [
        ReportApiController,
        ReportPageController,
        FollowPageController,
        HomePageController,
        PosterPageController,
      ],
      providers: [
        { provide: BuiltFrontend, useFactory: () => readBuiltFrontend(frontendDir) },
        PageFrames,
        ReportLimit,
      ],
    };
  }
}
