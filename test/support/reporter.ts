/** A phone that reports again and again over loopback, repeats what was not acknowledged, and remembers what was. */
import { randomUUID } from 'node:crypto';

const patienceMs = 120_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Reporter {
  /** Acknowledged by the server: id to the body of the first answer. */
  readonly acknowledged = new Map<string, string>();
  readonly mismatched: string[] = [];
  repeats = 0;
  private isStopped = false;
  private isAbandoned = false;
  private readonly done: Promise<void>[] = [];

  constructor(private readonly url: () => string) {}

  start(connections: number): void {
    for (let n = 0; n < connections; n++) this.done.push(this.run());
  }

  /** Resolves when so many more were acknowledged. @throws when none is for two minutes */
  async progress(count: number): Promise<void> {
    const wanted = this.acknowledged.size + count;
    let [last, since] = [this.acknowledged.size, Date.now()];
    while (this.acknowledged.size < wanted && !this.isAbandoned) {
      await pause(20);
      if (this.acknowledged.size > last) [last, since] = [this.acknowledged.size, Date.now()];
      if (Date.now() - since > patienceMs) throw new Error('No report was acknowledged for two minutes.');
    }
  }

  /** Finishes what is under way: every report that was begun is acknowledged in the end. */
  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.done);
  }

  /** Gives up at once, for when the server will not come back. */
  abandon(): void {
    this.isStopped = true;
    this.isAbandoned = true;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) await this.report();
  }

  private async report(): Promise<void> {
    const id = randomUUID();
    const body = JSON.stringify({ id, text: `Exercise ${id}`, location: { lat: 18.5, lon: -72.3 } });
    while (!this.isAbandoned) {
      const answer = await this.post(body);
      if (answer !== null) {
        if ((JSON.parse(answer) as { id: string }).id !== id) this.mismatched.push(id);
        this.acknowledged.set(id, answer);
        return;
      }
      this.repeats++;
      await pause(50);
    }
  }

  /** The body of an acknowledgement, null for anything else. */
  private async post(body: string): Promise<string | null> {
    try {
      const response = await fetch(`${this.url()}/api/v1/deployments/main/reports`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(10_000),
      });
      const text = await response.text();
      return [200, 201, 202].includes(response.status) ? text : null;
    } catch {
      return null;
    }
  }
}
