/** Everything the console knows, and everything that can happen to it. Views read the first and cause the second. */
import type {
  Change,
  DeploymentView,
  HistoryEntry,
  IncidentDetail,
  Location,
  MyWork,
  PresenceFrame,
  ReportCounts,
  ReportDetail,
  ReporterView,
  Suggestion,
  SessionView,
} from '@atesto/contract';
import type { LiveState } from '../../shared/live.js';
import type { Problem } from '../../shared/problem.js';
import type { Chosen } from '../bulk/chosen.js';
import type { Address, Selection } from '../address/address.js';
import type { Corner } from '../finding/area-ring.js';
import type { QueueState } from '../queue/queue-state.js';
import type { Row } from '../queue/row.js';
import type { DetailState } from '../report/detail-state.js';
import type { PresenceState } from '../together/presence.js';
import type { Told } from '../together/told.js';

export type Pane = 'queue' | 'map' | 'detail';
export type Layer = 'reports' | 'incidents';
export type DialogName =
  'verify' | 'reject' | 'ask' | 'reopen' | 'takeOver' | 'handOver' | 'merge' | 'split' | 'status' | 'help' | 'palette';

/** Told in a strip at the bottom. `words` name a text of the catalogue; a problem brings its own words. */
export type Notice = { serial: number } & NoticeText;
/** By which number an action is taken back; `again` where that does again what was taken back. */
export interface UndoOffer {
  seq: string;
  again: boolean;
  /** The report that was claimed only for it: taken back, it is free again. */
  release?: string;
}
export type NoticeWords =
  | 'claimed'
  | 'released'
  | 'takenOver'
  | 'handedOver'
  | 'verified'
  | 'rejected'
  | 'reopened'
  | 'asked'
  | 'saved'
  | 'savedAndResolved'
  | 'merged'
  | 'gathered'
  | 'split'
  | 'copied'
  | 'admitted'
  | 'quarantined'
  | 'undone'
  | 'redone'
  | 'bulkDone'
  | 'nothingNext';
export type NoticeText =
  | { tone: 'good'; words: NoticeWords; undo?: UndoOffer | null }
  | { tone: 'bad'; problem: Problem }
  | { tone: 'bad'; told: Told };

export interface ConsoleState {
  session: { phase: 'unknown' | 'out' | 'in'; view: SessionView | null; expired: boolean };
  address: Address;
  deployment: { slug: string | null; view: DeploymentView | null; problem: Problem | null };
  queue: QueueState;
  /** Reports chosen for one action on all of them. */
  chosen: Chosen;
  detail: DetailState;
  live: LiveState;
  presence: PresenceState;
  /** What the signed-in person has to do; null until it is known. */
  work: MyWork | null;
  nowMs: number;
  /** The one pane that a narrow screen shows. */
  pane: Pane;
  dialog: DialogName | null;
  /** Name of the action under way: its button is busy, the others wait. */
  busy: string | null;
  /** A click on the map is awaited, or what it gave. */
  picking: boolean;
  picked: Location | null;
  notices: readonly Notice[];
  noticeSerial: number;
  /** New reports since the last word to screen readers. */
  arrived: { serial: number; count: number; first: string };
  layers: Record<Layer, boolean>;
  /** Names of the channels that are silent or have a fault. */
  alarms: readonly string[];
  /** How many reports wait in quarantine. */
  quarantined: number;
  /** Reports whose reporter wrote back while something else was open. */
  answered: ReadonlySet<string>;
  /** A form holds something typed that is not saved. */
  unsaved: boolean;
  /** Where the person wanted to go while something was unsaved: to be asked about. */
  leaving: { address: Address; how: 'push' | 'replace' } | null;
  /** The report that opening a dialog claimed: closed without a decision, it is released. */
  borrowed: string | null;
  /** Counts the wishes to see what is open in the middle of the map. */
  centred: number;
  /** The corners of an area that is being drawn on the map; null while none is. */
  drawing: readonly Corner[] | null;
}

export type ConsoleEvent =
  | { type: 'session.found'; view: SessionView }
  | { type: 'session.lost'; expired: boolean }
  | { type: 'address.changed'; address: Address }
  | { type: 'deployment.wanted'; slug: string }
  | { type: 'deployment.found'; view: DeploymentView }
  | { type: 'deployment.failed'; problem: Problem }
  | { type: 'queue.started'; key: string }
  | { type: 'queue.loaded'; key: string; rows: readonly Row[]; next: string | null }
  | { type: 'queue.paging'; key: string }
  | { type: 'queue.page-loaded'; key: string; rows: readonly Row[]; next: string | null }
  | { type: 'queue.failed'; key: string; problem: Problem }
  | { type: 'queue.freshened'; key: string; rows: readonly Row[] }
  | { type: 'queue.scrolled'; atTop: boolean }
  | { type: 'queue.waiting-shown' }
  | { type: 'chosen.toggled'; id: string; range: boolean }
  | { type: 'chosen.all' }
  | { type: 'chosen.cleared' }
  | { type: 'changes.arrived'; items: readonly Change[] }
  | { type: 'live.changed'; live: LiveState }
  | { type: 'presence.heard'; frame: PresenceFrame }
  | { type: 'report.got'; report: ReportDetail }
  | { type: 'incident.got'; incident: IncidentDetail }
  | { type: 'history.got'; id: string; history: readonly HistoryEntry[] }
  | { type: 'suggestions.got'; id: string; suggestions: readonly Suggestion[] }
  | { type: 'contact.got'; id: string; contact: ReporterView }
  | { type: 'detail.failed'; id: string; problem: Problem }
  | { type: 'detail.retried'; of: Selection }
  | { type: 'pane.chosen'; pane: Pane }
  | { type: 'map.centred' }
  | { type: 'layer.switched'; layer: Layer; on: boolean }
  | { type: 'dialog.opened'; dialog: DialogName; borrowed?: string }
  | { type: 'dialog.closed' }
  | { type: 'claim.settled' }
  | { type: 'alarms.got'; names: readonly string[] }
  | { type: 'work.got'; work: MyWork }
  | { type: 'counts.got'; counts: ReportCounts }
  | { type: 'edit.touched'; unsaved: boolean }
  | { type: 'leaving.asked'; address: Address; how: 'push' | 'replace' }
  | { type: 'leaving.ended' }
  | { type: 'action.started'; name: string }
  | { type: 'action.ended' }
  | { type: 'picking.started' }
  | { type: 'picking.ended'; picked: Location | null }
  | { type: 'picked.used' }
  | { type: 'area.drawn'; corners: readonly Corner[] | null }
  | { type: 'notice.given'; notice: NoticeText }
  | { type: 'notice.gone'; serial: number }
  | { type: 'time.passed'; nowMs: number };
