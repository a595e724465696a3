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
  'overlay.added': 'deployment.edit',
  'overlay.changed': 'deployment.edit',
  'overlay.removed': 'deployment.edit',
  'areas.replaced': 'areas.edit',
  'area.state_changed': 'areas.edit',
  'view.created': null,
  'view.changed': null,
  'view.removed': null,
  'answers.changed': null,
  'replay.changed': null,
  'member.changed': null,
  'member.removed': null,
  'api_key.created': null,
  'api_key.changed': null,
  'api_key.revoked': null,
  'situation_report.saved': null,
  'situation_report.published': null,
  'situation_report.withdrawn': null,
  'export.taken': null,
  'export.job_changed': null,
  'export_profile.created': null,
  'export_profile.changed': null,
  'export_profile.removed': null,
  // Said to the public.
  'broadcast.sent': null,
  // Others were told.
  'partner.invited': null,
  'partner.added': null,
  'partner.ended': null,
  'share.sent': null,
  'share.stopped': null,
  'share.received': null,
  'share.accepted': null,
  'share.refused': null,
  'share.settled': null,
  // A secret was made, or something left.
  'webhook.added': null,
  'webhook.changed': null,
  'webhook.removed': null,
  'webhook.replayed': null,
};

/** Which entries of a subject's history may still be taken back: those of people, that nobody took back since. */
export function openToUndo(history: readonly JournalEntry[]): Set<string> {
  const open = new Set<string>();
  const bySeq = new Map(history.map((entry) => [entry.seq, entry]));
  const [takenBack, takenBackGos] = [new Set<string>(), new Set<string>()];
  // From the newest: a taking back that was itself taken back counts for nothing.
  for (const entry of [...history].reverse()) {
    const { seq, kind, actorId, data } = entry;
    if (undoable[kind] === null || actorId === null || data['expired'] === true) continue;
    if (takenBack.has(seq) || takenBackGos.has(xidOf(entry))) continue;
    open.add(seq);
    const of = kind.endsWith('.undone') ? bySeq.get(String(data['of'])) : undefined;
    if (of === undefined) continue;
    // It names the last of the entries that it took back: those that one transaction wrote.
    takenBack.add(of.seq);
    // Of a restored dump all entries bear one transaction, which says nothing.
    if (xidOf(of) !== xidOf(entry)) takenBackGos.add(xidOf(of));
  }
  return open;
}

const xidOf = ({ cursor }: JournalEntry): string => cursor.slice(0, cursor.indexOf('.'));
