/** The journal of one report or incident, told in past tense. */
import type { Instant } from './vocabulary.js';

/** Past-tense names of everything the journal can hold. */
export const journalKinds = [
  'report.received',
  'report.claimed',
  'report.released',
  'report.changed',
  'report.verified',
  'report.rejected',
  'report.reopened',
  'report.asked',
  'report.answered',
  'report.delivery_changed',
  'report.admitted',
  'report.quarantined',
  'report.photo_added',
  'report.recording_added',
  'report.transcribed',
  'report.undone',
  'report.assigned',
  'note.added',
  'hand_over.made',
  'reporter.viewed',
  'reporter.erased',
  'sender.changed',
  'gateway.created',
  'gateway.changed',
  'gateway.removed',
  'incident.opened',
  'incident.changed',
  'incident.status_changed',
  'incident.report_added',
  'incident.report_removed',
  'incident.merged',
  'incident.split',
  'incident.confirmed',
  'incident.undone',
  'action.undone',
  'incident.evidence_added',
  'incident.evidence_withdrawn',
  'incident.seconded',
  'incident.second_withdrawn',
  'incident.assigned',
  'incident.need_added',
  'incident.need_withdrawn',
  'incident.task_added',
  'incident.task_changed',
  'incident.outcome_told',
  'offer.received',
  'offer.changed',
  'offer.contact_viewed',
  'offer.contact_erased',
  'deployment.created',
  'deployment.changed',
  'categories.changed',
  'words.changed',
  'answers.changed',
  'replay.changed',
  'overlay.added',
  'overlay.changed',
  'overlay.removed',
  'areas.replaced',
  'area.state_changed',
  'view.created',
  'view.changed',
  'view.removed',
  'member.changed',
  'member.removed',
  'api_key.created',
  'api_key.changed',
  'api_key.revoked',
  'situation_report.saved',
  'situation_report.published',
  'situation_report.withdrawn',
  'export.taken',
  'export.job_changed',
  'export_profile.created',
  'export_profile.changed',
  'export_profile.removed',
  'broadcast.sent',
  'partner.invited',
  'partner.added',
  'partner.ended',
  'share.sent',
  'share.stopped',
  'share.received',
  'share.accepted',
  'share.refused',
  'share.settled',
  'webhook.added',
  'webhook.changed',
  'webhook.removed',
  'webhook.replayed',
] as const;
export type JournalKind = (typeof journalKinds)[number];

export interface HistoryEntry {
  seq: string;
  at: Instant;
  kind: JournalKind;
  /** Null for what no signed-in person did: a reporter, the system. */
  by: { id: string; name: string } | null;
  /** What changed, in the words of the API: new values, and under `before` the former ones. */
  data: Record<string, unknown>;
  /** Of a merge or a split: the other incident. */
  other?: { id: string; number: number };
  /** Whether it may still be taken back: by who did it, and by coordinators. */
  undoable: boolean;
  /** How many reports are changed by taking it back: many where they were decided in one go. 0 where it cannot be. */
  reports: number;
}
