/** All parts of the server, in the order in which a report travels through them. */
import { Module, type DynamicModule } from '@nestjs/common';
import { AlertsModule } from './alerts/index.js';
import { AccountsModule } from './accounts/index.js';
import { DispatchModule } from './dispatch/index.js';
import { EmailModule } from './channels/email/index.js';
import { FeedModule } from './channels/feed/index.js';
import { ImportModule } from './channels/import/index.js';
import { WebModule } from './channels/web/index.js';
import { ExerciseModule } from './channels/exercise/index.js';
import { DeploymentsModule } from './deployments/index.js';
import { ExportsModule } from './exports/index.js';
import { IncidentsModule } from './incidents/index.js';
import { ConversationsModule } from './conversations/index.js';
import { GatewaysModule } from './gateways/index.js';
import { AfricasTalkingModule } from './channels/africastalking/index.js';
import { OdkModule } from './channels/odk/index.js';
import { Open311Module } from './channels/open311/index.js';
import { SmsSyncModule } from './channels/smssync/index.js';
import { TwilioModule } from './channels/twilio/index.js';
import { TelegramModule } from './channels/telegram/index.js';
import { WhatsAppModule } from './channels/whatsapp/index.js';
import { VonageModule } from './channels/vonage/index.js';
import { GenericSmsModule } from './channels/generic-sms/index.js';
import { IntakeModule } from './intake/index.js';
import { LiveModule } from './live/index.js';
import { MapModule } from './map/index.js';
import { NoticesModule } from './notices/index.js';
import { OpenDataModule } from './open-data/index.js';
import { OverlaysModule } from './overlays/index.js';
import { OverviewModule } from './overview/index.js';
import { PlatformModule, type PlatformParts } from './platform/index.js';
import { ReportsModule } from './reports/index.js';
import { SituationModule } from './situation/index.js';
import { SuggestionsModule } from './suggestions/index.js';
import { TeamworkModule } from './teamwork/index.js';
import { TriageModule } from './triage/index.js';
import { AnswersModule } from './answers/index.js';
import { UndoModule } from './undo/index.js';
import { SharingModule } from './sharing/index.js';
import { ViewsModule } from './views/index.js';
import { WebhooksModule } from './webhooks/index.js';

@Module({})
export class AppModule {
  static with(parts: PlatformParts & { frontendDir: string }): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        DeploymentsModule,
        AccountsModule,
        ReportsModule,
        IncidentsModule,
        TriageModule,
        DispatchModule,
        UndoModule,
        TeamworkModule,
        AnswersModule,
        OverlaysModule,
        IntakeModule,
        GatewaysModule,
        ConversationsModule,
        SharingModule,
        WebModule.with(parts.frontendDir),
        ImportModule,
        SmsSyncModule,
        AfricasTalkingModule,
        TwilioModule,
        OdkModule,
        Open311Module,
        EmailModule,
        FeedModule,
        TelegramModule,
        WhatsAppModule,
        VonageModule,
        GenericSmsModule,
        LiveModule,
        MapModule,
        SuggestionsModule,
        ExportsModule,
        OpenDataModule,
        ViewsModule,
        OverviewModule,
        SituationModule,
        NoticesModule,
        AlertsModule,
        WebhooksModule,
        ExerciseModule,
      ],
    };
  }
}
