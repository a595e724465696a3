/** Mails that could not be read or kept: they stay unread and are tried again, ever more rarely. In memory only. Pure. */

const firstWaitMs = 10 * 60_000;
const longestWaitMs = 24 * 3_600_000;
const most = 10_000;

export class LeftMails {
  private readonly waits = new Map<string, { until: number; waitMs: number }>();

  isWaiting(name: string, now: Date): boolean {
    return (this.waits.get(name)?.until ?? 0) > now.getTime();
  }

  leave(name: string, now: Date): void {
    const before = this.waits.get(name)?.waitMs;
    const waitMs = before === undefined ? firstWaitMs : Math.min(before * 2, longestWaitMs);
    this.waits.set(name, { until: now.getTime() + waitMs, waitMs });
    const [oldest] = this.waits.keys();
    if (this.waits.size > most && oldest !== undefined) this.waits.delete(oldest);
  }

  done(name: string): void {
    this.waits.delete(name);
  }
}
