/** The door of the incidents. */
export { ConfirmIncident, type Confirmed } from './confirm-incident.js';
export { ConfirmationRow } from './confirmation.entity.js';
export { moveEvidenceOfReports, writeSecond } from './evidence/evidence.queries.js';
export { EvidenceRow } from './evidence/evidence.entity.js';
export { incidentConditions, type IncidentScope } from './incident-filter.js';
export { countIncidents, countIncidentTimes, type WholeExtent } from './incident-times.queries.js';
export { IncidentReader } from './incident-reader.js';
export { IncidentRow } from './incident.entity.js';
export { IncidentsModule } from './incidents.module.js';
export { mergedAway } from './incidents.problems.js';
export { isPublic, presentIncident, presentPublicIncident } from './incidents.presenter.js';
export {
  incidentsById,
  lockIncident,
  recountReports,
  type IncidentFields,
  type IncidentRecord,
  writeIncident,
  writeIncidentStatus,
  writeOrigin,
} from './incidents.queries.js';
export { mayBecome } from './incident-status.js';
export { fieldsOfNewIncident, openIncident } from './open-incident.js';
export { mayPublicSee, publicRowSql } from './public-rule.js';
export { PublicHistoryReader, type PublicStory } from './public-history/public-history-reader.js';
export { snapToGrid } from './public-place.js';
