/** Working on one queue together: who is looking at what. */
import type { PersonRef } from './reports.js';

export interface Looking {
  kind: 'report' | 'incident';
  id: string;
}

/** All that one person looks at now, in whichever windows; nothing once they have gone. */
export interface Present {
  person: PersonRef;
  at: Looking[];
}

export interface PresenceFrame {
  people: Present[];
  /** Nobody but these is there: what was known before is no longer so. */
  whole: boolean;
}
