/**
 * The words of the field as closed sets. Every layer, from SQL check constraints to the console, uses these and no others.
 */
export const reportStatuses = ['new', 'in_review', 'needs_info', 'verified', 'rejected'] as const;
export type ReportStatus = (typeof reportStatuses)[number];

export const incidentStatuses = ['open', 'responding', 'resolved'] as const;
export type IncidentStatus = (typeof incidentStatuses)[number];

/** Used for the severity of an incident and for the priority of a report. */
export const severities = ['low', 'normal', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const channels = [
  'web',
  'sms',
  'whatsapp',
  'telegram',
  'ussd',
  'voice',
  'email',
  'odk',
  'open311',
  'feed',
  'import',
] as const;
export type Channel = (typeof channels)[number];

export const rejectionReasons = ['false', 'duplicate', 'spam', 'out_of_area', 'not_actionable', 'other'] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Roles a person can hold in one deployment; `admin` is held for the whole installation. */
export const memberRoles = ['viewer', 'responder', 'coordinator'] as const;
export type MemberRole = (typeof memberRoles)[number];
export type Role = MemberRole | 'admin';

/** What a role or an API key may do inside one deployment. */
export const permissions = [
  'reports.read',
  'reports.triage',
  'reporters.read',
  'incidents.read',
  'exports.read',
  'imports.run',
  'deployment.edit',
  'areas.edit',
  'alerts.send',
  'members.edit',
] as const;
export type Permission = (typeof permissions)[number];

export const visibilities = ['public', 'internal'] as const;
export type Visibility = (typeof visibilities)[number];

export const audiences = ['public', 'responders'] as const;
export type Audience = (typeof audiences)[number];

/** A text in several languages: BCP 47 tag to words. */
export type Translations = Record<string, string>;

/** ISO 8601 in UTC with milliseconds, for example `2026-02-03T04:05:06.789Z`. */
export type Instant = string;
