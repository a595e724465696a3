/**
 * Thousands of watching clients in a process of their own, as light as can be: they speak just so much of the protocol and
 * read the time that each message was sent from its text. Run as `watching-clients.js PLAN`; says `ready` once all watch,
 * and what they heard when a line comes in.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import { pause, percentile } from '../figures.js';

export type Box = [west: number, south: number, east: number, north: number];

export interface Plan {
  /** `bare-ws` sends its room's number, `socketio` joins it by an event, `atesto` watches a box. */
  kind: 'atesto' | 'socketio' | 'bare-ws';
  url: string;
  cookie: string;
  /** One a client; null is everything. */
  boxes: (Box | null)[];
  /** So many of the first go away soon and come back after so many seconds. */
  returning: number;
  awaySeconds: number;
  /** So many of the last stop to read. */
  slow: number;
}

export interface Heard {
  frames: number;
  bytes: number;
  /** Milliseconds from the stamp in a message to its arrival, of clients that stayed. */
  p50: number;
  p99: number;
  longest: number;
  /** How many different reports each of the returning heard. */
  returned: number[];
  /** How many clients were told to load anew. */
  reloads: number;
}

const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Plan;
const delays: number[] = [];
const heard = { frames: 0, bytes: 0, reloads: 0 };
const stamp = /at:(\d+)/g;

class Client {
  readonly ids = new Set<string>();
  private socket!: WebSocket;
  private cursor: string | undefined;
  private watches: () => void = () => undefined;

  constructor(
    private readonly number: number,
    private readonly box: Box | null,
    private readonly keepsIds: boolean,
  ) {}

  async open(): Promise<void> {
    const path = plan.kind === 'bare-ws' ? `/?room=${this.number % 64}` : '/socket.io/?EIO=4&transport=websocket';
    this.socket = new WebSocket(plan.url.replace('http', 'ws') + path, {
      headers: plan.cookie === '' ? {} : { cookie: plan.cookie },
      perMessageDeflate: false,
    });
    const watching = new Promise<void>((resolve) => (this.watches = resolve));
    this.socket.on('message', (data) => this.take((data as Buffer).toString()));
    this.socket.on('error', (error) => console.error(String(error)));
    if (plan.kind === 'bare-ws') this.socket.once('open', () => this.watches());
    await watching;
  }

  close(): void {
    this.socket.terminate();
  }

  stopReading(): void {
    this.socket.pause();
  }

  readOn(): void {
    this.socket.resume();
  }

  private take(text: string): void {
    if (text === '2') return this.socket.send('3');
    if (text.startsWith('0{')) return this.socket.send(plan.kind === 'atesto' ? '40/live,' : '40');
    if (text.startsWith('40')) return this.ask();
    if (text.startsWith('43')) {
      this.cursor = /"cursor":"([\d.]+)"/.exec(text)?.[1] ?? this.cursor;
      if (text.includes('"reload":true')) heard.reloads++;
      return this.watches();
    }
    if (text.includes('["reload"')) heard.reloads++;
    this.note(text);
  }

  private ask(): void {
    if (plan.kind === 'socketio') this.socket.send(`420["join",${this.number % 64}]`);
    const watch = { deployment: 'main', audience: 'responders', bbox: this.box ?? undefined, cursor: this.cursor };
    if (plan.kind === 'atesto') this.socket.send(`42/live,0["watch",${JSON.stringify(watch)}]`);
  }

  private note(text: string): void {
    const now = Date.now();
    heard.frames++;
    heard.bytes += text.length;
    if (this.keepsIds) {
      this.cursor = /"cursor":"([\d.]+)"/.exec(text)?.[1] ?? this.cursor;
      for (const [, id] of text.matchAll(/"kind":"report.received","id":"([\w-]+)"/g)) this.ids.add(id ?? '');
    } else if (this.box !== null) for (const [, at] of text.matchAll(stamp)) delays.push(now - Number(at));
  }
}

const clients = plan.boxes.map((box, number) => new Client(number, box, number < plan.returning));
for (let at = 0; at < clients.length; at += 100)
  await Promise.all(clients.slice(at, at + 100).map((client) => client.open()));
const returning = clients.slice(0, plan.returning);
const slow = plan.slow === 0 ? [] : clients.slice(-plan.slow);
for (const client of slow) client.stopReading();
console.log('ready');

async function goAndReturn(): Promise<void> {
  await pause(3_000);
  for (const client of returning) client.close();
  await pause(plan.awaySeconds * 1000);
  await Promise.all(returning.map((client) => client.open()));
}
if (plan.returning > 0) void goAndReturn();

createInterface({ input: process.stdin }).once('line', () => {
  for (const client of slow) client.readOn();
  setTimeout(() => {
    const [p50, p99, longest] = [0.5, 0.99, 1].map((share) => percentile(delays, share)) as [number, number, number];
    const answer: Heard = { ...heard, p50, p99, longest, returned: returning.map(({ ids }) => ids.size) };
    console.log(JSON.stringify(answer));
    process.exit(0);
  }, 2_000);
});
