import { join } from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { AlertsModule } from '../../alerts/index.js';
import { DeploymentsModule } from '../../deployments/index.js';
import { DispatchModule } from '../../dispatch/index.js';
import { IncidentsModule } from '../../incidents/index.js';
import { IntakeModule } from '../../intake/index.js';
import { CONFIG, type Config } from '../../platform/index.js';
import { OpenDataModule } from '../../open-data/index.js';
import { PushModule } from '../../push/index.js';
import { ReportsModule } from '../../reports/index.js';
import { SituationModule } from '../../situation/index.js';
import { TriageModule } from '../../triage/index.js';
import { AlertApiController } from './alerts/alert-api.controller.js';
import { AlertPageController } from './alerts/alert-page.controller.js';
import { AlertStepsController } from './alerts/alert-steps.controller.js';
import { TakeAlertForm } from './alerts/take-alert-form.js';
import { AnswersController } from './answers.controller.js';
import { BuiltFrontend, readBuiltFrontend } from './assets.js';
import { ConfirmationsController } from './confirmations.controller.js';
import { FollowPageController } from './follow-page.controller.js';
import { FollowedReports } from './followed-reports.js';
import { FormTime } from './form-time.js';
import { HomePageController } from './home-page.controller.js';
import { IncidentPageController } from './incident-page.controller.js';
import { NearIncidents } from './near-incidents.js';
import { OfferApiController } from './offers/offer-api.controller.js';
import { OfferPageController } from './offers/offer-page.controller.js';
import { DataFilesController } from './open-data/data-files.controller.js';
import { DataPageController } from './open-data/data-page.controller.js';
import { PageFrames } from './page-frame.js';
import { PhoneFilesController } from './phone-files.controller.js';
import { PosterPageController } from './poster-page.controller.js';
import { ForgetSubscriptions } from './push/forget-subscriptions.js';
import { PushReader } from './push/push-reader.js';
import { PushSender } from './push/push-sender.js';
import { PushSubscriptions } from './push/push-subscriptions.js';
import { PushController } from './push/push.controller.js';
import { ReportApiController } from './report-api.controller.js';
import { ReportLimit } from './report-limit.js';
import { ReportPageController } from './report-page.controller.js';
import { ComposeSituation } from './situation/compose-situation.js';
import { SituationPageController } from './situation/situation-page.controller.js';
import { ForgetUploads } from './uploads/forget-uploads.js';
import { TakePiece } from './uploads/take-piece.js';
import { UploadParts } from './uploads/upload-parts.js';
import { UploadsController } from './uploads/uploads.controller.js';

@Module({})
export class WebModule {
  /** `frontendDir` holds what the bundler built. */
  static with(frontendDir: string): DynamicModule {
    return {
      module: WebModule,
      imports: [
        AlertsModule,
        DeploymentsModule,
        DispatchModule,
        IncidentsModule,
        IntakeModule,
        OpenDataModule,
        PushModule,
        ReportsModule,
        SituationModule,
        TriageModule,
      ],
      controllers: [
        ReportApiController,
        ConfirmationsController,
        UploadsController,
        PushController,
        AnswersController,
        ReportPageController,
        FollowPageController,
        HomePageController,
        IncidentPageController,
        PhoneFilesController,
        PosterPageController,
        OfferApiController,
        OfferPageController,
        AlertApiController,
        AlertPageController,
        AlertStepsController,
        DataPageController,
        DataFilesController,
        SituationPageController,
      ],
      providers: [
        { provide: BuiltFrontend, useFactory: () => readBuiltFrontend(frontendDir) },
        PageFrames,
        FollowedReports,
        NearIncidents,
        ReportLimit,
        FormTime,
        ComposeSituation,
        {
          provide: UploadParts,
          inject: [CONFIG],
          useFactory: (config: Config) => new UploadParts(join(config.dataDir, 'uploads')),
        },
        TakePiece,
        ForgetUploads,
        TakeAlertForm,
        PushSubscriptions,
        PushSender,
        PushReader,
        ForgetSubscriptions,
      ],
    };
  }
}
