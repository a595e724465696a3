/**
 * What of all that the journal can hold may be taken back, and the right that it takes: one table with a line for every
 * kind, so that a new one is decided about. What was said to somebody, looked at or handed out cannot be unsaid. Pure.
 */
import type { JournalKind, Permission } from '@atesto/contract';
import type { JournalEntry } from './journal.js';

export const undoable: Record<JournalKind, Permission | null> = {
  'report.received': null,
  'report.claimed': 'reports.triage',
  'report.released': 'reports.triage',
  'report.changed': 'reports.triage',
  'report.verified': 'reports.triage',
  'report.rejected': 'reports.triage',
  'report.reopened': 'reports.triage',
  // The question stays said; only the state goes back.
  'report.asked': 'reports.triage',
  'report.answered': null,
  'report.delivery_changed': null,
  'report.admitted': 'reports.triage',
  'report.quarantined': 'reports.triage',
  'report.photo_added': null,
  'report.recording_added': null,
  'report.transcribed': null,
  'report.undone': 'reports.triage',
  'report.assigned': 'reports.triage',
  // Said to the team, and to those it mentions.
  'note.added': null,
  'hand_over.made': null,
  'reporter.viewed': null,
  'reporter.erased': null,
  'sender.changed': null,
  'gateway.created': null,
  'gateway.changed': null,
  'gateway.removed': null,
  'incident.opened': 'reports.triage',
  'incident.changed': 'reports.triage',
  'incident.status_changed': 'reports.triage',
  'incident.report_added': 'reports.triage',
  'incident.report_removed': 'reports.triage',
  'incident.merged': 'reports.triage',
  'incident.split': 'reports.triage',
  'incident.confirmed': null,
  'incident.evidence_added': 'reports.triage',
  'incident.evidence_withdrawn': 'reports.triage',
  'incident.seconded': 'reports.triage',
  'incident.second_withdrawn': 'reports.triage',
  'incident.assigned': 'reports.triage',
  'incident.need_added': 'reports.triage',
  'incident.need_withdrawn': 'reports.triage',
  'incident.task_added': 'reports.triage',
  'incident.task_changed': 'reports.triage',
  'incident.outcome_told': null,
  'incident.undone': 'reports.triage',
  'action.undone': 'reports.triage',
  // Said by those who offer; what is done with it is another matter.
  'offer.received': null,
  'offer.changed': 'reports.triage',
  'offer.contact_viewed': null,
  'offer.contact_erased': null,
  'deployment.created': null,
  'deployment.changed': null,
  'categories.changed': null,
  'words.changed': null,
  'view.created': null,
  'view.changed': null,
  'view.removed': null,
  'answers.changed': null,
  'replay.changed': null,
  'member.changed': null,
  'member.removed': null,
  'api_key.created': null,
  'api_key.revoked': null,
  'export.taken': null,
};

/** Which entries of a history may still be taken back: those of people, that nobody took back since. */
export function openToUndo(history: readonly JournalEntry[]): Set<string> {
  const open = new Set<string>();
  const takenBackBy = new Map<string, string[]>();
  // From the newest: a taking back that was itself taken back counts for nothing.
  for (const { seq, kind, actorId, data } of [...history].reverse()) {
    const { of } = data;
    if (kind.endsWith('.undone') && typeof of === 'string') takenBackBy.set(of, [...(takenBackBy.get(of) ?? []), seq]);
    if (undoable[kind] === null || actorId === null || data['expired'] === true) continue;
    if (!(takenBackBy.get(seq) ?? []).some((later) => open.has(later))) open.add(seq);
  }
  return open;
}
