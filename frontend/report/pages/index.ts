/** The door of the citizen's pages: functions from what is known to HTML. Rendered by the server. */
export { type PageFrame } from './document.js';
export { renderFollowPage, type FollowedReport, type FollowPageProps } from './follow.js';
export { renderHome, renderProblemPage } from './home.js';
export {
  placeLimit,
  renderReportForm,
  textLimit,
  type FormField,
  type FormValues,
  type ReportFormProps,
} from './report-form.js';
export { chooseLanguage, textsIn, wishesOf, type Texts } from '../texts/index.js';
export { foldName } from '../places/fold-name.js';
export type { Near, PlaceReading } from '../places/place-reading.js';
export { nearOf, readPlace } from '../places/read-place.js';
