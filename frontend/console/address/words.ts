/**
 * The contract's closed sets as values. The contract package is for types only in the browser (its classes carry
 * decorators), so the words stand here again; `satisfies` makes a wrong one, and the spec a missing one, a fault.
 */
import type {
  CategoryIcon,
  Channel,
  Confidence,
  IncidentStatus,
  Licence,
  MemberRole,
  Permission,
  PublicPrecision,
  RejectionReason,
  ReportLineKind,
  ReportStatus,
  Severity,
  Visibility,
} from '@atesto/contract';

export const reportStatuses = [
  'new',
  'in_review',
  'needs_info',
  'verified',
  'rejected',
] as const satisfies ReportStatus[];
export const incidentStatuses = ['open', 'responding', 'resolved'] as const satisfies IncidentStatus[];
export const severities = ['low', 'normal', 'high', 'critical'] as const satisfies Severity[];
export const confidences = ['unconfirmed', 'likely', 'confirmed'] as const satisfies Confidence[];
export const visibilities = ['public', 'internal'] as const satisfies Visibility[];
export const memberRoles = ['viewer', 'responder', 'coordinator'] as const satisfies MemberRole[];
export const reportLineKinds = [
  'sms',
  'whatsapp',
  'telegram',
  'voice',
  'ussd',
  'email',
] as const satisfies ReportLineKind[];
export const publicPrecisions = [0, 100, 500, 1_000, 5_000, 10_000] as const satisfies PublicPrecision[];

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
] as const satisfies Channel[];

export const rejectionReasons = [
  'false',
  'duplicate',
  'spam',
  'out_of_area',
  'not_actionable',
  'other',
] as const satisfies RejectionReason[];

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
] as const satisfies Permission[];

export const categoryIcons = [
  'dot',
  'medical',
  'water',
  'food',
  'shelter',
  'fire',
  'flood',
  'collapse',
  'trapped',
  'road',
  'power',
  'security',
  'missing',
  'help',
  'supplies',
  'contamination',
  'communication',
] as const satisfies CategoryIcon[];
export const licences = ['CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'ODbL-1.0', 'ODC-By-1.0'] as const satisfies Licence[];
