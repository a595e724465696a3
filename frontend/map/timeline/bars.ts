/** The counts as bars, those inside the window in the stronger colour. */
import type { Histogram } from '@atesto/contract';
import type { TimeWindow } from './time-window.js';

const svg = 'http://www.w3.org/2000/svg';
const height = 100;
/** A single incident beside a bucket of thousands is still to be seen. */
const leastHeight = 5;
const gap = 0.12;

export class Bars {
  readonly root = document.createElementNS(svg, 'svg');
  private bars: SVGRectElement[] = [];

  constructor() {
    this.root.setAttribute('preserveAspectRatio', 'none');
    this.root.setAttribute('role', 'img');
    this.root.classList.add('bars');
  }

  draw({ counts }: Histogram, words: string): void {
    const most = Math.max(1, ...counts);
    this.root.setAttribute('viewBox', `0 0 ${Math.max(1, counts.length)} ${height}`);
    this.root.setAttribute('aria-label', words);
    this.bars = counts.map((count, at) => {
      const bar = document.createElementNS(svg, 'rect');
      const tall = count === 0 ? 0 : Math.max(leastHeight, (count / most) * height);
      const places = { x: at + gap / 2, y: height - tall, width: 1 - gap, height: tall };
      for (const [name, value] of Object.entries(places)) bar.setAttribute(name, String(value));
      return bar;
    });
    this.root.replaceChildren(...this.bars);
  }

  mark({ a, b }: TimeWindow): void {
    this.bars.forEach((bar, at) => bar.classList.toggle('inside', at >= a && at < b));
  }
}
