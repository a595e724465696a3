/** The next state for each event. Pure: no clock, no network, no ids made here. */
import type { Change } from '@atesto/contract';
import { noFilter, sameFilter, type Address, type Selection } from '../address/address.js';
import { noneChosen, stillListed, toggled, toggledAll } from '../bulk/chosen.js';
import { fits } from '../queue/fits.js';
import * as queue from '../queue/queue-state.js';
import { incidentRow, reportRow, rowOfChange, tabOf, type Row } from '../queue/row.js';
import * as detail from '../report/detail-state.js';
import * as presence from '../together/presence.js';
import { toldTo } from '../together/told.js';
import type { ConsoleEvent, ConsoleState, NoticeText } from './state.js';

export const initialState = (address: Address, nowMs: number): ConsoleState => ({
  session: { phase: 'unknown', view: null, expired: false },
  address,
  deployment: { slug: null, view: null, problem: null },
  queue: queue.emptyQueue,
  chosen: noneChosen,
  detail: detail.opened(selectionOf(address)),
  live: 'connecting',
  presence: presence.nobodyElse,
  work: null,
  nowMs,
  pane: selectionOf(address) ? 'detail' : 'queue',
  dialog: null,
  busy: null,
  picking: false,
  picked: null,
  notices: [],
  noticeSerial: 0,
  arrived: { serial: 0, count: 0, first: '' },
  layers: { reports: true, incidents: true },
  alarms: [],
  quarantined: 0,
  answered: new Set(),
  unsaved: false,
  leaving: null,
  borrowed: null,
  centred: 0,
  drawing: null,
});

export const selectionOf = (address: Address): Selection | null =>
  address.screen === 'room' ? address.selected : null;

export const sameSelection = (one: Selection | null, other: Selection | null): boolean =>
  one?.id === other?.id && one?.kind === other?.kind;

const rowIn = (state: ConsoleState, row: Row): ConsoleState => {
  const { address } = state;
  if (address.screen === 'room' && address.tab === 'mine') {
    // What belongs in there only the server says; it is asked when something of it changed.
    const isKnown = state.queue.rows.some((known) => known.id === row.id);
    return isKnown ? { ...state, queue: queue.withRow(state.queue, row, true) } : state;
  }
  if (address.screen !== 'room' || (address.tab === 'incidents') !== (row.kind === 'incident')) return state;
  const rowFits = fits(row, address.filter, {
    userId: state.session.view?.user.id ?? null,
    categories: state.deployment.view?.categories ?? [],
    isListed: state.queue.rows.some(({ id }) => id === row.id),
  });
  return { ...state, queue: queue.withRow(state.queue, row, rowFits && tabOf(row) === address.tab) };
};

const answered = (state: ConsoleState, { kind, id }: Change): ConsoleState['answered'] =>
  kind === 'report.answered' && state.detail.of?.id !== id ? new Set([...state.answered, id]) : state.answered;

const changed = (state: ConsoleState, change: Change): ConsoleState => {
  if (change.kind === 'incident.withdrawn') {
    const known = state.queue.rows.some((row) => row.id === change.id);
    if (!known) return state;
    return { ...state, queue: { ...state.queue, faded: new Set([...state.queue.faded, change.id]) } };
  }
  const row = rowOfChange(change);
  const next = row === null ? state : rowIn(state, row);
  return { ...next, answered: answered(state, change), detail: detail.withChange(next.detail, change) };
};

const arrivals = (state: ConsoleState, items: readonly Change[]): ConsoleState['arrived'] => {
  const fresh = items.filter((item) => item.kind === 'report.received' || item.kind === 'report.admitted');
  const first = fresh[0];
  if (first === undefined || !('report' in first)) return state.arrived;
  return { serial: state.arrived.serial + 1, count: fresh.length, first: first.report.text };
};

const readdressed = (state: ConsoleState, address: Address): ConsoleState => {
  const [before, after] = [selectionOf(state.address), selectionOf(address)];
  const moved = !sameSelection(before, after);
  const filterBefore = state.address.screen === 'room' ? state.address.filter : noFilter;
  const refiltered = address.screen === 'room' && !sameFilter(filterBefore, address.filter);
  const next = { ...state, address, leaving: null, dialog: moved ? null : state.dialog };
  if (!moved) return next;
  return {
    ...next,
    picking: false,
    picked: null,
    answered: new Set([...state.answered].filter((id) => id !== after?.id)),
    queue: refiltered ? state.queue : queue.movedOn(state.queue, after?.id ?? null),
    detail: detail.opened(after),
    // On a narrow screen opening shows the detail, and back from it shows the queue again.
    pane: after !== null ? 'detail' : state.pane === 'detail' ? 'queue' : state.pane,
  };
};

const noticed = (state: ConsoleState, notice: NoticeText): ConsoleState => {
  const serial = state.noticeSerial + 1;
  // Good news replaces good news, a problem the problem before; else what is bad stays until it is closed.
  const isProblem = 'problem' in notice;
  const kept = state.notices.filter((one) => one.tone === 'bad' && !(isProblem && 'problem' in one)).slice(-2);
  return { ...state, noticeSerial: serial, notices: [...kept, { ...notice, serial }] };
};

/** Events about the list, for the key that it has now; a late answer for another key changes nothing. */
const reduceQueue = (state: ConsoleState, event: ConsoleEvent): queue.QueueState => {
  const now = state.queue;
  if ('key' in event && event.type !== 'queue.started' && event.key !== now.key) return now;
  switch (event.type) {
    case 'queue.started':
      return queue.started(now, event.key);
    case 'queue.loaded':
      return queue.loaded(now, event.rows, event.next);
    case 'queue.paging':
      return { ...now, paging: 'loading' };
    case 'queue.page-loaded':
      return queue.pageLoaded(now, event.rows, event.next);
    case 'queue.failed':
      if (now.phase === 'ready') return { ...now, paging: 'failed', problem: event.problem };
      return { ...now, phase: 'failed', problem: event.problem };
    case 'queue.freshened':
      return event.rows.reduce((made, row) => queue.withRow(made, row, true), now);
    case 'queue.scrolled':
      return now.atTop === event.atTop ? now : { ...now, atTop: event.atTop };
    case 'queue.waiting-shown':
      return queue.showWaiting(now);
    default:
      return now;
  }
};

const reduceDetail = (now: detail.DetailState, event: ConsoleEvent): detail.DetailState => {
  switch (event.type) {
    case 'report.got':
      return detail.withReport(now, event.report);
    case 'incident.got':
      return detail.withIncident(now, event.incident);
    case 'history.got':
      return detail.withHistory(now, event.id, event.history);
    case 'suggestions.got':
      return detail.withSuggestions(now, event.id, event.suggestions);
    case 'contact.got':
      return detail.withContact(now, event.id, event.contact);
    case 'detail.failed':
      return detail.failed(now, event.id, event.problem);
    case 'detail.retried':
      return detail.opened(event.of);
    default:
      return now;
  }
};

const reduceRoom = (state: ConsoleState, event: ConsoleEvent): ConsoleState => {
  switch (event.type) {
    case 'session.found':
      return { ...state, session: { phase: 'in', view: event.view, expired: false } };
    case 'session.lost':
      return {
        ...initialState(state.address, state.nowMs),
        session: { phase: 'out', view: null, expired: event.expired },
      };
    case 'address.changed':
      return readdressed(state, event.address);
    case 'deployment.wanted':
      return { ...state, deployment: { slug: event.slug, view: null, problem: null } };
    case 'deployment.found':
      return { ...state, deployment: { slug: event.view.slug, view: event.view, problem: null } };
    case 'deployment.failed':
      return { ...state, deployment: { ...state.deployment, problem: event.problem } };
    case 'changes.arrived':
      return toldTo(state.session.view?.user.id ?? null, event.items).reduce(
        (next, told) => noticed(next, { tone: 'bad', told }),
        { ...event.items.reduce(changed, state), arrived: arrivals(state, event.items) },
      );
    case 'report.got':
      return rowIn(state, reportRow(event.report));
    case 'alarms.got':
      return { ...state, alarms: event.names };
    case 'work.got':
      return { ...state, work: event.work };
    case 'counts.got':
      return { ...state, quarantined: event.counts.quarantined };
    case 'incident.got':
      return rowIn(state, incidentRow(event.incident));
    default:
      return state;
  }
};

const reduceScreen = (state: ConsoleState, event: ConsoleEvent): ConsoleState => {
  switch (event.type) {
    case 'live.changed':
      // Nobody knows who looks at what while the line is broken.
      return { ...state, live: event.live, presence: event.live === 'live' ? state.presence : presence.nobodyElse };
    case 'presence.heard':
      return { ...state, presence: presence.heard(state.presence, event.frame) };
    case 'pane.chosen':
      return { ...state, pane: event.pane };
    case 'map.centred':
      return { ...state, centred: state.centred + 1, pane: 'map' };
    case 'layer.switched':
      return { ...state, layers: { ...state.layers, [event.layer]: event.on } };
    case 'dialog.opened':
      return { ...state, dialog: event.dialog, borrowed: event.borrowed ?? state.borrowed };
    case 'dialog.closed':
      return { ...state, dialog: null };
    case 'chosen.toggled':
      return { ...state, chosen: toggled(state.chosen, state.queue.rows, event.id, event.range) };
    case 'chosen.all':
      return { ...state, chosen: toggledAll(state.chosen, state.queue.rows) };
    case 'chosen.cleared':
      return { ...state, chosen: noneChosen };
    case 'queue.started':
      return event.key === state.queue.key ? state : { ...state, chosen: noneChosen };
    case 'queue.loaded':
      if (event.key !== state.queue.key) return state;
      return { ...state, chosen: stillListed(state.chosen, state.queue.rows, event) };
    case 'claim.settled':
      return { ...state, borrowed: null };
    case 'edit.touched':
      return { ...state, unsaved: event.unsaved };
    case 'leaving.asked':
      return { ...state, leaving: { address: event.address, how: event.how } };
    case 'leaving.ended':
      return { ...state, leaving: null };
    case 'action.started':
      return { ...state, busy: event.name };
    case 'action.ended':
      return { ...state, busy: null };
    case 'picking.started':
      return { ...state, picking: true, picked: null, pane: 'map' };
    case 'picking.ended':
      return { ...state, picking: false, picked: event.picked, pane: 'detail' };
    case 'area.drawn':
      return { ...state, drawing: event.corners, pane: event.corners === null ? state.pane : 'map' };
    case 'picked.used':
      return { ...state, picked: null };
    case 'notice.given':
      return noticed(state, event.notice);
    case 'notice.gone':
      return { ...state, notices: state.notices.filter((notice) => notice.serial !== event.serial) };
    case 'time.passed':
      return { ...state, nowMs: event.nowMs };
    default:
      return state;
  }
};

/** A claim that a dialog took is kept for good once the report was decided. */
const settled = (state: ConsoleState): ConsoleState => {
  const { report } = state.detail;
  const isDecided = report !== null && report.id === state.borrowed && report.status !== 'in_review';
  return isDecided ? { ...state, borrowed: null } : state;
};

export const reduce = (state: ConsoleState, event: ConsoleEvent): ConsoleState => {
  const next = reduceScreen(reduceRoom(state, event), event);
  const [queueNow, detailNow] = [reduceQueue(next, event), reduceDetail(next.detail, event)];
  if (queueNow === next.queue && detailNow === next.detail) return settled(next);
  return settled({ ...next, queue: queueNow, detail: detailNow });
};
