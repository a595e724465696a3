/**
 * Keeps what is loaded in step with what the address says: deployment, live feed, list and detail. It listens to the
 * store and is the only place where a change of the address, or a word from the live feed, leads to a request.
 */
import type { Change } from '@atesto/contract';
import { Live, type LiveOptions, type LiveState } from '../../shared/live.js';
import type { Selection } from '../address/address.js';
import { roomOf } from '../address/address.js';
import type { ConsoleEvent, ConsoleState } from '../store/state.js';
import { slugOf, here, noteProblem, type Context } from './context.js';
import { loadAlarms } from './load-alarms.js';
import { loadCounts } from './load-counts.js';
import { refreshDetail } from './load-detail.js';
import { loadQueue, queueKey } from './load-queue.js';
import { concernsWork, lookAtWork } from './load-work.js';
import { reportActions } from './report-actions.js';

/** How long the first list waits for the live feed; loaded after it, the list cannot miss anything. */
const liveGraceMs = 1_500;
const refreshDelayMs = 250;

type OpenLive = Pick<Live, 'close' | 'lookAt'>;

export class Keeper {
  readonly #context: Context;
  readonly #openLive: (options: LiveOptions) => OpenLive;
  #live: OpenLive | null = null;
  #slug: string | null = null;
  #key = '';
  #mayLoad = false;
  #openId: string | null = null;
  #refreshing: ReturnType<typeof setTimeout> | undefined;
  #grace: ReturnType<typeof setTimeout> | undefined;
  #workDue: ReturnType<typeof setTimeout> | undefined;

  constructor(context: Context, openLive: (options: LiveOptions) => OpenLive = (options) => new Live(options)) {
    this.#context = context;
    this.#openLive = openLive;
    context.store.subscribe((state, event) => this.#follow(state, event));
  }

  #follow(state: ConsoleState, event: ConsoleEvent): void {
    if (state.session.phase !== 'in') {
      this.#leave();
      return;
    }
    if (state.address.screen === 'home') this.#enterOnlyRoom(state, event);
    this.#keepDeployment(slugOf(state.address));
    this.#keepQueue();
    this.#keepClaim(state);
    this.#keepDetail(state.detail.of, event);
    if (event.type === 'changes.arrived') this.#afterChanges(event.items);
    if (event.type === 'time.passed' && this.#mayLoad) this.#look();
  }

  #leave(): void {
    this.#live?.close();
    this.#live = null;
    this.#slug = null;
    this.#key = '';
    this.#openId = null;
    clearTimeout(this.#grace);
    clearTimeout(this.#workDue);
  }

  #enterOnlyRoom(state: ConsoleState, event: ConsoleEvent): void {
    const memberships = state.session.view?.memberships ?? [];
    const only = memberships.length === 1 ? memberships[0] : undefined;
    if (state.session.view?.user.admin === true) {
      // Later on an administrator comes here on purpose, to open another deployment.
      if (event.type === 'session.found') void this.#enterOnlyDeployment();
    } else if (only) this.#context.go(roomOf(only.deployment.slug), 'replace');
  }

  async #enterOnlyDeployment(): Promise<void> {
    const { api, store, go } = this.#context;
    // A failure is told by the choice itself, which asks the same.
    const all = await api.deployments().catch(() => []);
    const [only] = all;
    if (only && all.length === 1 && store.get().address.screen === 'home') go(roomOf(only.slug), 'replace');
  }

  /** A dialog claimed the report, and was closed without a decision. */
  #keepClaim({ dialog, busy, borrowed }: ConsoleState): void {
    if (dialog !== null || busy !== null || borrowed === null) return;
    this.#context.store.dispatch({ type: 'claim.settled' });
    void reportActions(this.#context).release(borrowed);
  }

  #keepDeployment(slug: string | null): void {
    if (slug === this.#slug) return;
    this.#leave();
    this.#slug = slug;
    if (slug === null) return;
    this.#mayLoad = false;
    this.#context.store.dispatch({ type: 'deployment.wanted', slug });
    void this.loadDeployment();
    this.#grace = setTimeout(() => this.#letLoad(), liveGraceMs);
    this.#live = this.#openLive({
      deployment: slug,
      audience: 'responders',
      onChanges: (items) => this.#context.store.dispatch({ type: 'changes.arrived', items }),
      onReload: () => this.#reload(),
      onState: (live) => this.#liveChanged(live),
      onPresence: (frame) => this.#context.store.dispatch({ type: 'presence.heard', frame }),
    });
  }

  #liveChanged(live: LiveState): void {
    const late = live === 'live' && this.#mayLoad && this.#context.store.get().live === 'connecting';
    this.#context.store.dispatch({ type: 'live.changed', live });
    if (late) this.#reload();
    else if (live !== 'connecting') this.#letLoad();
  }

  #letLoad(): void {
    clearTimeout(this.#grace);
    this.#mayLoad = true;
    this.#keepQueue();
    this.#look();
  }

  /** What no live frame tells. */
  #look(): void {
    void loadCounts(this.#context);
    void loadAlarms(this.#context);
    lookAtWork(this.#context);
  }

  async loadDeployment(): Promise<void> {
    const { store } = this.#context;
    try {
      const view = await here(this.#context).deployment();
      if (view.slug === this.#slug) store.dispatch({ type: 'deployment.found', view });
    } catch (error) {
      store.dispatch({ type: 'deployment.failed', problem: noteProblem(this.#context, error) });
    }
  }

  #keepQueue(): void {
    const { address } = this.#context.store.get();
    if (address.screen !== 'room' || !this.#mayLoad) return;
    const key = queueKey(address);
    if (key === this.#key) return;
    this.#key = key;
    void loadQueue(this.#context, address);
  }

  #keepDetail(of: Selection | null, event: ConsoleEvent): void {
    if ((of?.id ?? null) === this.#openId && event.type !== 'detail.retried') return;
    this.#openId = of?.id ?? null;
    this.#live?.lookAt(of);
    if (of !== null) void refreshDetail(this.#context, of);
  }

  #afterChanges(items: readonly Change[]): void {
    if (items.some((item) => item.kind === 'deployment.changed' || item.kind === 'categories.changed')) {
      void this.loadDeployment();
    }
    if (items.some(({ kind }) => ['report.admitted', 'report.quarantined', 'report.undone'].includes(kind))) {
      void loadCounts(this.#context);
    }
    this.#followWork(items);
    if (!items.some((item) => item.id === this.#openId)) return;
    clearTimeout(this.#refreshing);
    this.#refreshing = setTimeout(() => this.#refreshOpen(), refreshDelayMs);
  }

  #followWork(items: readonly Change[]): void {
    const state = this.#context.store.get();
    if (!items.some((item) => concernsWork(state, item))) return;
    clearTimeout(this.#workDue);
    this.#workDue = setTimeout(() => {
      const { address } = this.#context.store.get();
      if (address.screen === 'room' && address.tab === 'mine') void loadQueue(this.#context, address);
      else lookAtWork(this.#context);
    }, refreshDelayMs);
  }

  #refreshOpen(): void {
    const { of } = this.#context.store.get().detail;
    if (of !== null) void refreshDetail(this.#context, of);
  }

  #reload(): void {
    this.#key = '';
    this.#mayLoad = true;
    void this.loadDeployment();
    void loadCounts(this.#context);
    this.#keepQueue();
    this.#refreshOpen();
  }
}
