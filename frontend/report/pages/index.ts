/** The door of the citizen's pages: functions from what is known to HTML. Rendered by the server. */
export { type PageFrame } from './document.js';
export { renderFollowPage, type FollowedReport, type FollowPageProps, type NearIncident } from './follow.js';
export { renderIncidentPage, type IncidentPageProps } from './incident.js';
export { boxAround } from '../near-place.js';
export { hasSubstance, readFields, reportOfForm, type FormValues } from '../report-body.js';
export { renderHome, renderProblemPage } from './home.js';
export {
  offerFields,
  offerLimits,
  offerSpans,
  renderOfferForm,
  renderOfferThanks,
  type OfferErrors,
  type OfferValues,
} from './offer-form.js';
export {
  alertFields,
  alertRadiiKm,
  renderAlertForm,
  shownWays,
  type AlertErrors,
  type AlertFormProps,
  type AlertValues,
  type ShownWay,
} from './alert-form.js';
export {
  renderAlertCode,
  renderAlertConfirm,
  renderAlertFeed,
  renderAlertOutcome,
  renderAlertStop,
  type AlertStep,
} from './alert-steps.js';
export { renderDataHome, renderDataPage, renderSchemaPage, type DataPageProps, type OfferedData } from './open-data.js';
export { renderPoster, type PosterProps } from './poster.js';
export { renderApiDocs, type ApiDocsProps } from './api-docs/index.js';
export * from './situation/index.js';
export { placeLimit, renderReportForm, textLimit, type FormField, type ReportFormProps } from './report-form.js';
export { chooseLanguage, textsIn, wishesOf, type Texts } from '../texts/index.js';
export { foldName } from '../places/fold-name.js';
export type { Near, PlaceReading } from '../places/place-reading.js';
export { nearOf, readPlace } from '../places/read-place.js';
export { nameIn } from '../../shared/i18n.js';
