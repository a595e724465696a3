/** The place of the timeline and the button that opens it. Its code comes when it is first opened. */
import type { Context } from './context.js';
import { element } from './element.js';
import type { Time, Timeline, TimelineActions } from './timeline/timeline.js';

export interface SlotActions extends Omit<TimelineActions, 'onClose'> {
  onToggle: (isOpen: boolean) => void;
  /** It is there, and wants to be told the time and what to count. */
  onReady: () => void;
  /** Its code could not be had. */
  onFault: () => void;
}

export class TimelineSlot {
  readonly button: HTMLButtonElement;
  readonly root = element('div', { className: 'timeline-slot', hidden: true });
  private timeline: Timeline | null = null;
  private loading: Promise<void> | null = null;

  constructor(
    private readonly context: Context,
    private readonly actions: SlotActions,
  ) {
    this.button = element('button', { type: 'button', className: 'tool', 'aria-expanded': 'false' });
    this.button.textContent = context.texts.timeline.label;
    this.button.addEventListener('click', () => void this.set(!this.isOpen, true));
  }

  get isOpen(): boolean {
    return !this.root.hidden;
  }

  async set(isOpen: boolean, isAsked = false): Promise<void> {
    this.root.hidden = !isOpen;
    this.button.setAttribute('aria-expanded', String(isOpen));
    document.body.classList.toggle('with-timeline', isOpen);
    if (isAsked) this.actions.onToggle(isOpen);
    if (!isOpen) {
      this.timeline?.stop();
      return;
    }
    try {
      await (this.loading ??= this.make());
    } catch {
      this.loading = null;
      this.root.hidden = true;
      this.button.setAttribute('aria-expanded', 'false');
      this.actions.onFault();
      return;
    }
    this.actions.onReady();
    if (isAsked) this.timeline?.focus();
  }

  /** `query` says everything but the time. */
  load(query: () => URLSearchParams): void {
    if (this.isOpen) void this.timeline?.load(query());
  }

  setTime(time: Time): void {
    this.timeline?.setTime(time);
  }

  private async make(): Promise<void> {
    const { Timeline: Made } = await import('./timeline/timeline.js');
    const onClose = (): void => {
      void this.set(false, true);
      this.button.focus();
    };
    this.timeline = new Made(this.context, { ...this.actions, onClose });
    this.root.append(this.timeline.root);
  }
}
