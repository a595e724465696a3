/** The pages of situation reports. */
export type { DrawnLabel, DrawnMap, DrawnMarker, DrawnPlace } from './drawn-map.js';
export { renderSituation, type SavedHead, type SituationPageProps } from './report.js';
export { renderSituationList, type SituationListProps } from './report-list.js';
