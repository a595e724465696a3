/** Every row map, for the connection and for the test that holds them and the migrations together. */
import {
  AlertDeliveryRow,
  AlertGuardRow,
  AlertIncidentRow,
  AlertSubscriptionRow,
  BroadcastRow,
} from './alerts/index.js';
import { ReadyAnswersRow } from './answers/index.js';
import { ApiKeyDayRow, ApiKeyRow, MembershipRow, OrganisationRow, SessionRow, UserRow } from './accounts/index.js';
import { VoiceCallRow } from './channels/twilio/index.js';
import { ReplayRow } from './channels/exercise/index.js';
import { PushSubscriptionRow } from './channels/web/index.js';
import { MessagePartRow } from './channels/vonage/index.js';
import { ReceivedMessageRow, SenderRow } from './conversations/index.js';
import { NeedRow, OfferContactRow, OfferRow, OutcomeQuestionRow, TaskRow } from './dispatch/index.js';
import { CategoryRow, DeploymentRow } from './deployments/index.js';
import { ExportJobRow, ExportProfileRow } from './exports/index.js';
import { GatewayLogRow, GatewayRow, OutgoingCallRow } from './gateways/index.js';
import { NoticeDeliveryRow, NoticeDeviceRow, NoticePreferencesRow, NoticeRow } from './notices/index.js';
import { JournalReaderRow, JournalRow, RowImageRow, SearchDocumentRow } from './platform/index.js';
import { OverlayAreaRow, OverlayRow } from './overlays/index.js';
import { ConfirmationRow, EvidenceRow, IncidentRow } from './incidents/index.js';
import { MediumRow, MessageRow, ReporterRow, ReportRow } from './reports/index.js';
import { ReportMarkRow, SuggestionWordsRow } from './suggestions/index.js';
import { ShareInRow, ShareOutRow, SharingPartnerRow, SharingReceivedRow } from './sharing/index.js';
import { SituationReportRow } from './situation/index.js';
import { SavedViewRow } from './views/index.js';
import { WebhookRow, WebhookToldRow } from './webhooks/index.js';
import { HandOverRow, MentionRow, NoteRow } from './teamwork/index.js';

export const entities = [
  AlertSubscriptionRow,
  AlertGuardRow,
  AlertIncidentRow,
  AlertDeliveryRow,
  BroadcastRow,
  ReplayRow,
  NoticePreferencesRow,
  NoticeRow,
  NoticeDeliveryRow,
  NoticeDeviceRow,
  DeploymentRow,
  CategoryRow,
  OrganisationRow,
  UserRow,
  MembershipRow,
  SessionRow,
  ApiKeyRow,
  ApiKeyDayRow,
  ReportRow,
  MediumRow,
  ReporterRow,
  MessageRow,
  GatewayRow,
  GatewayLogRow,
  OutgoingCallRow,
  WebhookRow,
  SharingPartnerRow,
  ShareOutRow,
  ShareInRow,
  SharingReceivedRow,
  WebhookToldRow,
  SenderRow,
  ReceivedMessageRow,
  MessagePartRow,
  IncidentRow,
  ConfirmationRow,
  EvidenceRow,
  NoteRow,
  MentionRow,
  NeedRow,
  TaskRow,
  OfferRow,
  OfferContactRow,
  OutcomeQuestionRow,
  HandOverRow,
  PushSubscriptionRow,
  VoiceCallRow,
  SuggestionWordsRow,
  ReportMarkRow,
  SavedViewRow,
  SituationReportRow,
  OverlayRow,
  OverlayAreaRow,
  SearchDocumentRow,
  JournalRow,
  JournalReaderRow,
  RowImageRow,
  ReadyAnswersRow,
  ExportProfileRow,
  ExportJobRow,
];
