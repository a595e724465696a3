/**
 * Keeps the embedded database's process alive: starts it, watches it, kills and reopens it when it hangs (proven
 * loss-free), and closes it cleanly at the end.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ChildMessage } from './child.js';

export interface EmbeddedOptions {
  dataDir: string;
  seedFile: string;
  /** A process that does not answer for this long is taken for wedged. */
  hangMs?: number;
  log?: (message: string) => void;
}

/** Run from its source, as tests do, the process of its own is still the built one. */
const childScript = import.meta.filename.endsWith('.ts')
  ? '../../../dist/server/src/platform/embedded/child.js'
  : 'child.js';

/** File name that the pg driver appends to a socket directory. */
const socketName = '.s.PGSQL.5432';
/** The kernel refuses longer paths for a socket. */
const longestSocketPath = 100;

/** Between an end and the next opening, so that one that ends at once does not take the whole machine. */
const reopenMs = 250;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class EmbeddedDatabase {
  private child: ChildProcess | null = null;
  private opening: Promise<void> | null = null;
  private closing = false;
  private watch: NodeJS.Timeout | null = null;
  private lastPong = 0;
  private hasBeenReady = false;
  /** Directory of the socket: what the pg driver takes as `host`. */
  readonly socketDir: string;

  constructor(private readonly options: EmbeddedOptions) {
    const dataDir = resolve(options.dataDir);
    const inside = join(dataDir, 'run');
    const short = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
    this.socketDir = join(inside, socketName).length <= longestSocketPath ? inside : join(tmpdir(), `atesto-${short}`);
  }

  /** Resolves once the database takes connections; again at once while it does. */
  ready(): Promise<void> {
    this.opening ??= this.open();
    return this.opening;
  }

  async close(): Promise<void> {
    this.closing = true;
    if (this.watch !== null) clearInterval(this.watch);
    const child = this.child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    await new Promise<void>((done) => {
      const killer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      child.once('exit', () => {
        clearTimeout(killer);
        done();
      });
      if (child.connected) child.send('close');
    });
  }

  private open(): Promise<void> {
    const { dataDir, seedFile } = this.options;
    mkdirSync(this.socketDir, { recursive: true, mode: 0o700 });
    const script = join(import.meta.dirname, childScript);
    const paths = [join(resolve(dataDir), 'db'), seedFile, join(this.socketDir, socketName)];
    const child = fork(script, paths, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child = child;
    return new Promise((resolved, rejected) => {
      child.on('message', (message: ChildMessage) => {
        this.lastPong = Date.now();
        if (message.kind === 'failed') rejected(new Error(message.reason));
        if (message.kind !== 'ready') return;
        this.hasBeenReady = true;
        this.watchOver(child);
        resolved();
      });
      // Without a listener a message to one that has just died would end this process too.
      child.on('error', (error) => this.options.log?.(String(error)));
      child.once('exit', (code, signal) => {
        rejected(new Error(`The database process ended (${signal ?? code}) before it was ready.`));
        this.reopenAfter(child, signal ?? String(code));
      });
    });
  }

  private watchOver(child: ChildProcess): void {
    const hangMs = this.options.hangMs ?? 60_000;
    this.lastPong = Date.now();
    this.watch = setInterval(() => {
      if (Date.now() - this.lastPong > hangMs) {
        this.options.log?.('The embedded database does not answer; it is opened anew.');
        child.kill('SIGKILL');
      } else if (child.connected) {
        child.send('ping');
      }
    }, 1_000);
    this.watch.unref();
  }

  private reopenAfter(child: ChildProcess, how: string): void {
    if (this.watch !== null) clearInterval(this.watch);
    if (this.closing || this.child !== child) return;
    // At the first start whoever waits for it is told; later it is tried again, for the server lives on.
    if (!this.hasBeenReady) return;
    this.options.log?.(`The embedded database ended (${how}); it is opened anew.`);
    this.opening = pause(reopenMs).then(() => (this.closing ? undefined : this.open()));
    this.opening.catch((error: unknown) => this.options.log?.(String(error)));
  }
}
