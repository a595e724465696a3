/**
 * Moves the window through time, a step after the other. A step waits for its tiles and for its moment, and what the
 * next one needs is fetched meanwhile; it never runs ahead of a slow line.
 */
import { movedBy, playFrom, playStep, type TimeWindow } from './time-window.js';

export interface Stage {
  /** How many buckets there are now; it may change while playing. */
  count: () => number;
  window: () => TimeWindow;
  /** Shows the window; resolves once its tiles are there. */
  show: (window: TimeWindow) => Promise<void>;
  prefetch: (window: TimeWindow) => void;
  onState: (isPlaying: boolean) => void;
  pause: (ms: number) => Promise<void>;
}

export class Player {
  private run = 0;

  constructor(
    private readonly stage: Stage,
    private readonly stepMs: number,
  ) {}

  get isPlaying(): boolean {
    return this.run % 2 === 1;
  }

  async play(): Promise<void> {
    if (this.isPlaying) return;
    const run = ++this.run;
    const { stage } = this;
    stage.onState(true);
    let window = playFrom(stage.window(), stage.count());
    for (;;) {
      const shown = stage.show(window);
      const next = movedBy(window, playStep(window), stage.count());
      const isLast = next.a === window.a;
      if (!isLast) void shown.then(() => this.run === run && stage.prefetch(next));
      await Promise.all([shown, stage.pause(this.stepMs)]);
      if (this.run !== run) return;
      if (isLast) break;
      window = next;
    }
    this.stop();
  }

  stop(): void {
    if (!this.isPlaying) return;
    this.run++;
    this.stage.onState(false);
  }
}
