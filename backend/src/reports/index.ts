/** The door of the reports. */
export {
  assigneeColumns,
  assigneeJoins,
  isAssignedTo,
  isAssignedToNobody,
  presentAssignee,
  type AssigneeColumns,
} from './assignee.js';
export { AddPhoto, type NewPhoto } from './add-photo.js';
export { completeReports, insertAnswers, lockReports, type OpenReport } from './answers.queries.js';
export { categoryIdOf } from './change-report.js';
export { isHeldByOther, liveClaim, type Claim } from './claim.js';
export { insertMedium, type MediumRecord, type NewMedium } from './media.queries.js';
export { Media, THUMBNAIL_JOB, type KeptMedium } from './media.js';
export { DiskMediaStore } from './media-store.js';
export { isPicture } from './read-medium.js';
export { admitReports, quarantineReport } from './quarantine.queries.js';
export { reportConditions } from './report-filter.js';
export { isAddress } from './reporter-marks.js';
export { ReportReader } from './report-reader.js';
export { nextReportStatus, type ReportAction } from './report-status.js';
export { MediumRow, MessageRow, ReporterRow, ReportRow } from './reports.entities.js';
export { ReportsModule } from './reports.module.js';
export { presentLocation } from './reports.presenter.js';
export {
  insertMessage,
  lockReport,
  messagesOf,
  releaseExpiredClaims,
  reportsById,
  writeTriage,
  type MessageRecord,
  type ReportRecord,
  type TriageFields,
} from './reports.queries.js';
