/**
 * The window over the bars: two handles and what lies between them, by mouse, finger and keyboard. Time runs from the left
 * to the right in every language, as it does on the axis below.
 */
import { element } from '../element.js';
import { movedBy, stretched, type TimeWindow } from './time-window.js';

export interface BrushWords {
  from: string;
  to: string;
  between: string;
}

export interface BrushActions {
  onChange: (window: TimeWindow) => void;
  /** What a screen reader says of an edge, and of both. */
  wordsOf: (window: TimeWindow) => { a: string; b: string };
}

type Part = 'a' | 'b' | 'all';

export class Brush {
  readonly root: HTMLElement;
  private readonly handles: Record<Part, HTMLElement>;
  private window: TimeWindow = { a: 0, b: 1 };
  private count = 1;

  constructor(
    words: BrushWords,
    private readonly actions: BrushActions,
  ) {
    const handle = (part: Part, label: string, className: string): HTMLElement => {
      const made = element('div', { className, role: 'slider', tabIndex: 0, 'aria-label': label });
      made.addEventListener('keydown', (event) => this.onKey(event, part));
      made.addEventListener('pointerdown', (event) => this.drag(event, part));
      return made;
    };
    this.handles = {
      all: handle('all', words.between, 'brush-window'),
      a: handle('a', words.from, 'brush-handle'),
      b: handle('b', words.to, 'brush-handle'),
    };
    this.root = element('div', { className: 'brush' }, this.handles.all, this.handles.a, this.handles.b);
    this.root.addEventListener('pointerdown', (event) => {
      if (event.target === this.root) this.begin(event);
    });
  }

  set(window: TimeWindow, count: number): void {
    this.window = window;
    this.count = count;
    const { a, b } = window;
    const share = (bucket: number): string => `${(bucket / count) * 100}%`;
    this.handles.a.style.left = this.handles.all.style.left = share(a);
    this.handles.b.style.left = share(b);
    this.handles.all.style.width = share(b - a);
    const words = this.actions.wordsOf(window);
    this.say('a', a, 0, b - 1, words.a);
    this.say('b', b, a + 1, count, words.b);
    this.say('all', a, 0, count - (b - a), `${words.a} – ${words.b}`);
  }

  private say(part: Part, now: number, least: number, most: number, text: string): void {
    const values = { valuenow: now, valuemin: least, valuemax: most, valuetext: text };
    for (const [name, value] of Object.entries(values)) this.handles[part].setAttribute(`aria-${name}`, String(value));
  }

  private change(window: TimeWindow): void {
    if (window.a === this.window.a && window.b === this.window.b) return;
    this.set(window, this.count);
    this.actions.onChange(window);
  }

  private onKey(event: KeyboardEvent, part: Part): void {
    const page = Math.max(1, Math.round(this.count / 10));
    const steps: Record<string, number> = {
      ...{ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -page, PageUp: page },
      ...{ Home: -this.count, End: this.count },
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const { window, count } = this;
    this.change(part === 'all' ? movedBy(window, step, count) : stretched(window, part, window[part] + step, count));
  }

  private bucketAt(event: PointerEvent): number {
    const { left, width } = this.root.getBoundingClientRect();
    return ((event.clientX - left) / Math.max(1, width)) * this.count;
  }

  private drag(event: PointerEvent, part: Part): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = this.handles[part];
    handle.focus({ preventScroll: true });
    handle.setPointerCapture(event.pointerId);
    const begun = { window: this.window, at: this.bucketAt(event) };
    const move = (moved: PointerEvent): void => {
      const at = this.bucketAt(moved);
      const by = Math.round(at - begun.at);
      this.change(
        part === 'all' ? movedBy(begun.window, by, this.count) : stretched(this.window, part, at, this.count),
      );
    };
    const end = (): void => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('lostpointercapture', end);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', end);
  }

  /** A press beside the window begins a new one there. */
  private begin(event: PointerEvent): void {
    if (event.button !== 0) return;
    const a = Math.min(this.count - 1, Math.max(0, Math.floor(this.bucketAt(event))));
    this.change({ a, b: a + 1 });
    this.drag(event, 'b');
  }
}
