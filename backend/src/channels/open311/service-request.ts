/**
 * What leaves of a request. Of a published incident everybody may read what everybody may see elsewhere; of a report
 * that is not, or not yet, part of one, only its state and its times, whoever asks: nobody has checked its words. Pure.
 */
import type { PublicIncident } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import type { ReportRecord } from '../../reports/index.js';
import { nameOf, unsureCode } from './services.js';
import { textsIn } from './texts.js';

/** Every key of the standard, in its order. */
export interface ServiceRequest {
  readonly [name: string]: string | number | null;
  service_request_id: string;
  status: 'open' | 'closed';
  status_notes: string | null;
  service_name: string | null;
  service_code: string | null;
  description: string | null;
  agency_responsible: null;
  service_notice: null;
  requested_datetime: string;
  updated_datetime: string;
  expected_datetime: null;
  address: string | null;
  address_id: null;
  zipcode: null;
  lat: number | null;
  long: number | null;
  media_url: null;
}

const longestDescription = 4_000;

/** With its zone and without parts of a second, as all clients read it. */
const w3cDate = (at: Date | string): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

const unknown = {
  agency_responsible: null,
  service_notice: null,
  expected_datetime: null,
  address_id: null,
  zipcode: null,
  media_url: null,
} as const;

export function requestOfIncident(incident: PublicIncident, deployment: Deployment, language: string): ServiceRequest {
  const texts = textsIn(language);
  const category = incident.category === null ? null : deployment.category(incident.category);
  const words = [incident.title, incident.description].filter((part) => part !== '').join('\n');
  return {
    service_request_id: incident.id,
    status: incident.status === 'resolved' ? 'closed' : 'open',
    status_notes: incident.reason ?? texts.incident[incident.status],
    service_name: category === null ? texts.unsure : nameOf(deployment, category, language),
    service_code: category === null ? unsureCode : category.code,
    description: words.slice(0, longestDescription).toWellFormed(),
    ...unknown,
    requested_datetime: w3cDate(incident.openedAt),
    updated_datetime: w3cDate(incident.updatedAt),
    address: incident.place,
    lat: incident.location?.lat ?? null,
    long: incident.location?.lon ?? null,
  };
}

/** Under the id that its sender was given. */
export const requestOfPublished = (
  report: Pick<ReportRecord, 'id' | 'received_at'>,
  incident: ServiceRequest,
): ServiceRequest => ({
  ...incident,
  service_request_id: report.id,
  requested_datetime: w3cDate(report.received_at),
});

export function requestOfReport(
  report: Pick<ReportRecord, 'id' | 'status' | 'received_at'>,
  // `isOver`: the incident that it belongs to, unknown to the public, is.
  { changedAt, isOver }: { changedAt: Date; isOver: boolean },
  language: string,
): ServiceRequest {
  return {
    service_request_id: report.id,
    status: report.status === 'rejected' || isOver ? 'closed' : 'open',
    status_notes: textsIn(language).report[report.status],
    service_name: null,
    service_code: null,
    description: null,
    ...unknown,
    requested_datetime: w3cDate(report.received_at),
    updated_datetime: w3cDate(changedAt),
    address: null,
    lat: null,
    long: null,
  };
}
