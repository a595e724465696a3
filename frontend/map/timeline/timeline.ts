/**
 * The timeline over the bottom of the map: when the incidents in view were opened, a window to choose a stretch of it,
 * and a button that moves the window through time.
 */
import './timeline.css';
import type { Histogram } from '@atesto/contract';
import { asProblem } from '../../shared/problem.js';
import type { Context } from '../context.js';
import { element } from '../element.js';
import { Bars } from './bars.js';
import { Brush } from './brush.js';
import { Player } from './player.js';
import { countIn, edgeOf, timeOfWindow, windowOf, type TimeWindow } from './time-window.js';

export interface Time {
  from: number | null;
  to: number | null;
}

export interface TimelineActions {
  /** Filters for this time; resolves once its tiles are there. `isPassing` while it is played or dragged. */
  onTime: (time: Time, isPassing: boolean) => Promise<void>;
  prefetch: (time: Time) => void;
  onClose: () => void;
}

const stepMs = 800;
/** Who is made ill by motion gets time to look at each picture instead. */
const calmStepMs = 2_000;
/** A drag is filtered for when it rests. */
const restMs = 120;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Timeline {
  readonly root: HTMLElement;
  private readonly bars = new Bars();
  private readonly brush: Brush;
  private readonly player: Player;
  private readonly said = element('p', { className: 'timeline-words', role: 'status' });
  private readonly play: HTMLButtonElement;
  private readonly all: HTMLButtonElement;
  private readonly axis = element('div', { className: 'axis', 'aria-hidden': 'true' });
  private readonly chart: HTMLElement;
  private histogram: Histogram | null = null;
  private window: TimeWindow = { a: 0, b: 1 };
  private time: Time = { from: null, to: null };
  private request: AbortController | null = null;
  private restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly context: Context,
    private readonly actions: TimelineActions,
  ) {
    const { timeline, close } = context.texts;
    this.brush = new Brush(timeline, {
      onChange: (window) => this.onBrush(window),
      wordsOf: (window) => ({ a: this.edgeWords(window.a), b: this.edgeWords(window.b) }),
    });
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.player = new Player(
      {
        count: () => this.histogram?.counts.length ?? 1,
        window: () => this.window,
        show: (window) => this.take(window, true),
        prefetch: (window) => this.histogram && actions.prefetch(timeOfWindow(this.histogram, window)),
        onState: (isPlaying) => this.showState(isPlaying),
        pause,
      },
      calm ? calmStepMs : stepMs,
    );
    this.play = element('button', { type: 'button', className: 'play', onclick: () => this.toggle() });
    this.all = element('button', { type: 'button', className: 'quiet', onclick: () => this.clear() }, timeline.all);
    const shut = element('button', {
      type: 'button',
      className: 'shut',
      'aria-label': close,
      onclick: actions.onClose,
    });
    shut.append('×');
    this.chart = element(
      'div',
      { className: 'chart', dir: 'ltr' },
      this.bars.root as unknown as HTMLElement,
      this.brush.root,
    );
    this.root = element(
      'section',
      { className: 'timeline', 'aria-label': timeline.label },
      element('div', { className: 'timeline-head' }, this.play, this.said, this.all, shut),
      this.chart,
      this.axis,
    );
    this.axis.dir = 'ltr';
    this.showState(false);
  }

  focus(): void {
    this.play.focus();
  }

  /** Counts anew; `query` says everything but the time. */
  async load(query: URLSearchParams): Promise<void> {
    const { api, texts } = this.context;
    this.request?.abort();
    const request = (this.request = new AbortController());
    try {
      const histogram = await api.timeline(query, request.signal);
      if (request === this.request) this.show(histogram);
    } catch (error) {
      if (request.signal.aborted || asProblem(error).status === 404) return;
      // What was counted before is still about right.
      if (this.histogram === null) this.said.textContent = texts.timeline.failed;
    }
  }

  /** What is filtered for now, whoever chose it. */
  setTime(time: Time): void {
    this.time = time;
    this.render();
  }

  stop(): void {
    this.player.stop();
  }

  private toggle(): void {
    if (this.player.isPlaying) this.player.stop();
    else void this.player.play();
  }

  private clear(): void {
    this.player.stop();
    void this.actions.onTime({ from: null, to: null }, false);
    this.play.focus();
  }

  private onBrush(window: TimeWindow): void {
    this.player.stop();
    this.window = window;
    this.showWindow();
    clearTimeout(this.restTimer);
    this.restTimer = setTimeout(() => void this.take(window, false), restMs);
  }

  private async take(window: TimeWindow, isPassing: boolean): Promise<void> {
    if (this.histogram === null) return;
    await this.actions.onTime(timeOfWindow(this.histogram, window), isPassing);
  }

  private show(histogram: Histogram): void {
    this.histogram = histogram;
    const { texts, plural, formats } = this.context;
    const { counts, from, to } = histogram;
    const total = counts.reduce((sum, one) => sum + one, 0);
    const words = `${plural(total, texts.list.count)}: ${formats.dateTime(from)} – ${formats.dateTime(to)}`;
    this.bars.draw(histogram, words);
    const middle = new Date(edgeOf(histogram, counts.length / 2)).toISOString();
    const ticks = counts.length === 0 ? [] : [from, middle, to];
    const isShort = histogram.minutes * counts.length <= 2 * 1440;
    this.axis.replaceChildren(
      ...ticks.map((at) => element('span', {}, isShort ? formats.dateTime(at) : formats.date(at))),
    );
    this.render();
  }

  private render(): void {
    const { histogram } = this;
    if (histogram === null) return;
    const isEmpty = histogram.counts.length === 0;
    this.chart.hidden = this.axis.hidden = isEmpty;
    this.play.disabled = isEmpty;
    if (isEmpty) {
      this.said.textContent = this.context.texts.timeline.none;
      this.all.hidden = this.time.from === null && this.time.to === null;
      return;
    }
    this.window = windowOf(histogram, this.time);
    this.showWindow();
  }

  private showWindow(): void {
    const { histogram, window } = this;
    if (histogram === null) return;
    const { texts, plural } = this.context;
    this.brush.set(window, histogram.counts.length);
    this.bars.mark(window);
    const isAll = window.a === 0 && window.b === histogram.counts.length;
    this.all.hidden = isAll;
    const count = plural(countIn(histogram, window), texts.timeline.count);
    this.said.textContent = `${this.edgeWords(window.a)} – ${this.edgeWords(window.b)} · ${count}`;
  }

  private edgeWords(bucket: number): string {
    if (this.histogram === null) return '';
    return this.context.formats.dateTime(new Date(edgeOf(this.histogram, bucket)).toISOString());
  }

  private showState(isPlaying: boolean): void {
    const { play, pause: rest } = this.context.texts.timeline;
    this.play.classList.toggle('playing', isPlaying);
    this.play.setAttribute('aria-label', isPlaying ? rest : play);
    this.play.title = isPlaying ? rest : play;
    // Read out at each step it would never come to an end.
    this.said.setAttribute('aria-live', isPlaying ? 'off' : 'polite');
    this.root?.classList.toggle('is-playing', isPlaying);
    // What was passed by is taken as it stands now.
    if (!isPlaying && this.histogram !== null) void this.take(this.window, false);
  }
}
