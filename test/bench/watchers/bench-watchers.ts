/**
 * `npm run bench -- watchers`: 5,000 clients that each look at one of 64 parts of a country, while 200 reports a second
 * come in all over it; twenty of them go away for a minute and come back, and five that watch everything stop to read.
 * Beside it the same number of messages of the same size by socket.io and by `ws` alone.
 */
import { randomUUID } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort, startCluster } from '../../support/postgis.js';
import { ServerProcess } from '../../support/server-process.js';
import { kilobytes, line, ms, pause, whole } from '../figures.js';
import { countryArea } from '../map/crowd.js';
import { memoryBytes, processorMs } from '../process-figures.js';
import type { Box, Heard, Plan } from './watching-clients.js';

const clients = 5_000;
const perSecond = 200;
const seconds = 70;
const side = 8;
const returning = 20;
const slow = 5;

function boxOf(number: number): Box {
  const { west, south, east, north } = countryArea;
  const [x, y] = [number % side, Math.floor(number / side) % side];
  const [width, height] = [(east - west) / side, (north - south) / side];
  return [west + x * width, south + y * height, west + (x + 1) * width, south + (y + 1) * height];
}

class Watchers {
  private constructor(
    private readonly child: ChildProcess,
    private readonly lines: AsyncIterator<string>,
  ) {}

  static async open(folder: string, plan: Plan): Promise<Watchers> {
    const file = join(folder, 'plan.json');
    writeFileSync(file, JSON.stringify(plan));
    const child = spawn(process.execPath, [join(import.meta.dirname, 'watching-clients.js'), file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    await lines.next();
    return new Watchers(child, lines);
  }

  async end(): Promise<Heard> {
    this.child.stdin?.write('\n');
    return JSON.parse((await this.lines.next()).value as string) as Heard;
  }
}

/** Returns how many came in in each part of the country. */
async function sendReports(url: string, forSeconds: number): Promise<number[]> {
  const parts = new Array<number>(side * side).fill(0);
  const posts: Promise<unknown>[] = [];
  const startedAt = performance.now();
  for (let number = 0; number < perSecond * forSeconds; number++) {
    const due = startedAt + (number * 1000) / perSecond - performance.now();
    if (due > 0) await pause(due);
    const part = Math.floor(Math.random() * parts.length);
    parts[part]!++;
    const [west, south, east, north] = boxOf(part);
    const location = { lat: south + Math.random() * (north - south), lon: west + Math.random() * (east - west) };
    const body = JSON.stringify({ id: randomUUID(), text: `Exercise at:${Date.now()} water rises`, location });
    const headers = { 'content-type': 'application/json' };
    posts.push(fetch(`${url}/api/v1/deployments/main/reports`, { method: 'POST', headers, body }));
  }
  for (const answer of (await Promise.all(posts)) as Response[])
    if (answer.status !== 201) throw new Error(`refused: ${answer.status}`);
  return parts;
}

interface Used {
  /** Of one core, from 0 to 1. */
  processor: number;
  memory: number;
}

async function used(pid: number, work: () => Promise<unknown>): Promise<Used> {
  const [before, startedAt] = [processorMs(pid), performance.now()];
  await work();
  return { processor: (processorMs(pid) - before) / (performance.now() - startedAt), memory: memoryBytes(pid) };
}

function show(name: string, heard: Heard, { processor, memory }: Used, emptyMemory: number, forSeconds: number): void {
  line(
    name,
    `${whole(heard.frames / forSeconds)} frames/s, p50 ${ms(heard.p50)}, p99 ${ms(heard.p99)}, longest ${ms(heard.longest)}; ` +
      `${kilobytes(heard.bytes / clients / forSeconds)}/s a client; ${Math.round(processor * 100)} % of a core, ` +
      `memory ${whole(memory / 2 ** 20)} MB, ${kilobytes((memory - emptyMemory) / clients)} a client`,
  );
}

async function viewer(server: ServerProcess): Promise<string> {
  const call = async (path: string, body: object, cookie = ''): Promise<Response> =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const email = 'viewer@example.org';
  const cookie = await server.signIn();
  const member = await call(
    '/api/v1/deployments/main/members',
    { email, name: 'Vera Example', role: 'viewer' },
    cookie,
  );
  const { oneTimePassword: password } = (await member.json()) as { oneTimePassword: string };
  return (await call('/api/v1/session', { email, password })).headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Returns how many bytes an item of a frame took. */
async function ours(root: string, bin: string, folder: string): Promise<number> {
  const cluster = await startCluster(bin);
  const databaseUrl = await cluster.createDatabase('bench');
  const server = new ServerProcess({ root, dataDir: folder, databaseUrl });
  try {
    await server.start();
    const cookie = await viewer(server);
    const pid = server.pid ?? 0;
    const alone = await used(pid, () => sendReports(server.url, 10));
    line('200 reports/s, nobody watching', `${Math.round(alone.processor * 100)} % of a core`);
    const boxes = [...Array.from({ length: clients }, (_, at) => boxOf(at)), ...Array<null>(slow).fill(null)];
    const empty = memoryBytes(pid);
    const plan = { kind: 'atesto', url: server.url, cookie, boxes, returning, awaySeconds: 60, slow } as const;
    const watchers = await Watchers.open(folder, plan);
    let parts: number[] = [];
    const use = await used(pid, async () => (parts = await sendReports(server.url, seconds)));
    await pause(1_000);
    const heard = await watchers.end();
    show('Atesto, 5,000 clients', heard, use, empty, seconds);
    const lost = heard.returned.filter((count, at) => count < (parts[at % parts.length] ?? 0)).length;
    line('back after a minute', `${lost} of ${returning} had missed something; told to load anew: ${heard.reloads}`);
    return (heard.bytes / heard.frames) | 0;
  } finally {
    await server.stop();
    await cluster.stop();
  }
}

async function bare(kind: 'socketio' | 'bare-ws', folder: string, bytes: number): Promise<void> {
  const port = await freePort();
  const args = [join(import.meta.dirname, 'bare-sockets.js'), kind, String(port), String(perSecond), String(bytes)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  try {
    const boxes = Array.from({ length: clients }, (_, at) => boxOf(at));
    const empty = memoryBytes(child.pid ?? 0);
    const url = `http://127.0.0.1:${port}`;
    const plan = { kind, url, cookie: '', boxes, returning: 0, awaySeconds: 0, slow: 0 };
    const watchers = await Watchers.open(folder, plan);
    const use = await used(child.pid ?? 0, () => pause(20_000));
    show(kind === 'socketio' ? 'socket.io alone' : 'ws alone', await watchers.end(), use, empty, 20);
  } finally {
    child.kill();
  }
}

export async function benchWatchers(root: string, bin: string): Promise<void> {
  console.log(`\n${whole(clients)} watching clients, ${perSecond} reports a second`);
  const folder = mkdtempSync(join(tmpdir(), 'atesto-bench-'));
  try {
    const bytes = await ours(root, bin, folder);
    await bare('socketio', folder, bytes);
    await bare('bare-ws', folder, bytes);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
