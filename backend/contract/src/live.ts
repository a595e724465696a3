/** The `/live` socket.io namespace: a hint that something changed. Truth is the cursor. */
import type { PublicIncident, IncidentView } from './incidents.js';
import type { ReportView } from './reports.js';
import type { Looking, PresenceFrame, TakenOver } from './together.js';
import type { Audience, Instant } from './vocabulary.js';
import type { JournalKind } from './history.js';
import type { AreaStatus } from './overlays.js';

export interface WatchRequest {
  /** Slug. */
  deployment: string;
  audience: Audience;
  /** `[west, south, east, north]` in degrees. Without it the whole deployment is watched. */
  bbox?: [number, number, number, number];
  /** The last cursor seen: what was missed since is sent at once. */
  cursor?: string;
}

export interface WatchAck {
  cursor: string;
  /** True when too much was missed to be replayed: load the lists again. */
  reload?: boolean;
  /** Instead of a cursor when the watch was refused. */
  error?: { status: number; detail: string };
}

/** One thing that changed, with its present state. Items of a frame are in the order of the journal. */
export type Change =
  | { kind: JournalKind; id: string; at: Instant; report: ReportView; takenOver?: TakenOver }
  | { kind: JournalKind; id: string; at: Instant; incident: IncidentView | PublicIncident }
  /** No longer to be shown to this audience. */
  | { kind: 'incident.withdrawn'; id: string; at: Instant }
  | { kind: 'deployment.changed'; id: string; at: Instant }
  /** What lies over the map is other than it was: ask for the list. */
  | { kind: 'overlay.changed'; id: string; at: Instant }
  /** The state of one area; the id is that of its layer. */
  | { kind: 'area.state_changed'; id: string; at: Instant; area: AreaStatus }
  /** Responders hear that an offer of help came in or changed; the list of offers says how. */
  | { kind: 'offer.received' | 'offer.changed'; id: string; at: Instant }
  /** Responders hear that there is a note, and whom it mentions, not what it says. */
  | { kind: 'note.added'; id: string; at: Instant; about: Looking['kind']; mentions: string[] };

export interface ChangesFrame {
  cursor: string;
  items: Change[];
}

export interface ClientToServer {
  watch(request: WatchRequest, acknowledge: (ack: WatchAck) => void): void;
  /** What a responder has open, null for nothing. Only after a watch of the responders' audience. */
  looking(at: Looking | null): void;
}

export interface ServerToClient {
  changes(frame: ChangesFrame): void;
  /** Who looks at what, told to responders; the first one after a watch is whole. */
  presence(frame: PresenceFrame): void;
  /** The client fell too far behind or its rights changed: load the lists again and watch anew. */
  reload(): void;
}
