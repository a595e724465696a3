/** What keeps what is shown from being true: no network, tiles that do not come, a live feed that is gone. */
import type { LiveState } from '../shared/live.js';
import type { Context } from './context.js';
import { element } from './element.js';

export class StateBar {
  readonly notice = element('p', { className: 'notice', role: 'status', hidden: true });
  readonly liveChip = element('span', { className: 'live', role: 'status' });
  private trouble = false;

  constructor(
    private readonly context: Context,
    onOnline: () => void,
  ) {
    window.addEventListener('offline', () => this.show());
    window.addEventListener('online', () => {
      this.show();
      onOnline();
    });
    this.show();
  }

  setTrouble(trouble: boolean): void {
    this.trouble = trouble;
    this.show();
  }

  setLive(state: LiveState): void {
    this.liveChip.textContent = this.context.texts.live[state];
    this.liveChip.dataset['state'] = state;
  }

  private show(): void {
    const { notices } = this.context.texts;
    const words = !navigator.onLine ? notices.offline : this.trouble ? notices.trouble : '';
    this.notice.textContent = words;
    this.notice.hidden = words === '';
  }
}
