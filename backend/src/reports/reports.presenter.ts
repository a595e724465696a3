/** What leaves of a report. Only responders and their like ever see one; contacts do not pass here at all. */
import type { Location, MessageView, ReportDetail, ReportMedium, ReportView } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { presentAssignee } from './assignee.js';
import { liveClaim } from './claim.js';
import type { MediumRecord } from './media.queries.js';
import { isPicture } from './read-medium.js';
import type { MessageRecord, ReportRecord } from './reports.queries.js';

export function presentLocation(lat: number | null, lon: number | null, accuracy: number | null): Location | null {
  if (lat === null || lon === null) return null;
  return accuracy === null ? { lat, lon } : { lat, lon, accuracy };
}

export function presentReport(report: ReportRecord, deployment: Deployment, now: Date): ReportView {
  const claim = liveClaim(report.claimed_by, report.claimed_until, now);
  const { incident_id: incidentId, incident_number: number, incident_title: title } = report;
  return {
    id: report.id,
    channel: report.channel,
    status: report.status,
    priority: report.priority,
    version: report.version,
    text: report.text,
    category: deployment.codeOf(report.category_id),
    location: presentLocation(report.lat, report.lon, report.accuracy_metres),
    place: report.place,
    language: report.language,
    observedAt: report.observed_at?.toISOString() ?? null,
    receivedAt: report.received_at.toISOString(),
    claim:
      claim === null
        ? null
        : { by: { id: claim.by, name: report.claimer_name ?? '' }, until: claim.until.toISOString() },
    assignee: presentAssignee(report),
    incident: incidentId === null || number === null || title === null ? null : { id: incidentId, number, title },
    rejection:
      report.rejection_reason === null ? null : { reason: report.rejection_reason, note: report.rejection_note },
    media: report.media_count,
    mediaExpected: report.media_expected,
    quarantined: report.quarantined,
    contactable: report.contactable,
  };
}

function presentMessage(message: MessageRecord): MessageView {
  const { author_id: id, author_name: name } = message;
  return {
    id: message.id,
    direction: message.direction,
    // Whoever holds the secret of a follow page may answer in the reporter's name.
    text: message.text.replace(/(\/follow\/)[\w-]{20,}/g, '$1…'),
    at: message.at.toISOString(),
    by: id === null || name === null ? null : { id, name },
    delivery:
      message.delivery === null
        ? null
        : {
            state: message.delivery,
            detail: message.delivery_detail,
            at: message.delivery_at?.toISOString() ?? null,
          },
  };
}

function presentMedium(medium: MediumRecord, slug: string): ReportMedium {
  const url = `/api/v1/deployments/${slug}/media/${medium.id}`;
  return {
    id: medium.id,
    type: medium.type,
    width: medium.width,
    height: medium.height,
    url,
    thumbnailUrl: isPicture(medium) ? `${url}/thumbnail` : null,
    location: presentLocation(medium.lat, medium.lon, null),
    transcript: medium.transcript,
  };
}

export function presentReportDetail(
  report: ReportRecord,
  deployment: Deployment,
  now: Date,
  parts: { messages: MessageRecord[]; media: MediumRecord[] },
): ReportDetail {
  return {
    ...presentReport(report, deployment, now),
    answers: report.answers,
    files: parts.media.map((medium) => presentMedium(medium, deployment.slug)),
    messages: parts.messages.map(presentMessage),
  };
}
