/** The door of the situation report. */
export { audienceFor, SavedReports } from './saved-reports.js';
export { basemapAttribution as attribution } from '../map/index.js';
export { SituationMap } from './map/situation-map.js';
export { SituationModule } from './situation.module.js';
export { SituationReader } from './situation-reader.js';
export { SituationReportRow } from './saved-report.entity.js';
