/** What a webhook is told of an entry of the journal: the kind of event, or nothing. Pure. */
import type { Audience, JournalKind, WebhookEventType } from '@atesto/contract';

/** How it comes to be held true, and who brings what, is the responders' own; confirmations come in crowds. */
const silent = /^incident\.(confirmed|evidence_|need_|task_|outcome_)/;
/** These change nothing that the public sees, unless they publish it. */
const internal: readonly JournalKind[] = ['incident.assigned', 'incident.seconded', 'incident.second_withdrawn'];

export interface Moment {
  kind: JournalKind;
  data: Record<string, unknown>;
  audience: Audience;
  /** The webhook knows of the incident. */
  wasTold: boolean;
  /** It asked to be told what is opened. */
  hearsOpened: boolean;
  /** Whether its audience and filters let it through: before, afterwards, and today. */
  shown: { before: boolean; after: boolean; now: boolean };
}

export function eventTypeOf({ kind, data, audience, wasTold, hearsOpened, shown }: Moment): WebhookEventType | null {
  if (!shown.after || !shown.now) return wasTold ? 'incident.withdrawn' : null;
  if (silent.test(kind)) return null;
  if (kind === 'incident.opened' || !shown.before) return 'incident.opened';
  if (audience === 'public' && internal.includes(kind)) return null;
  // Of what it does not know yet, the first that it hears.
  if (!wasTold && hearsOpened) return 'incident.opened';
  return kind === 'incident.status_changed' && data['status'] === 'resolved' ? 'incident.resolved' : 'incident.changed';
}
