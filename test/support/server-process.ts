/** The built server as a process of its own, as people run it: to be measured, and to be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from './postgis.js';

export const adminEmail = 'admin@example.org';
export const adminPassword = 'a made-up password';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export interface ServerOptions {
  /** Folder of the checkout. */
  root: string;
  dataDir: string;
  databaseUrl: string | null;
  env?: Record<string, string>;
}

export class ServerProcess {
  private child: ChildProcess | null = null;
  private output = '';
  private isEnding = false;
  url = '';

  constructor(private readonly options: ServerOptions) {}

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Starts it and waits until it is ready. The port stays the same over restarts. */
  async start(): Promise<void> {
    const { root, dataDir, databaseUrl, env } = this.options;
    const port = this.url === '' ? await freePort() : Number(new URL(this.url).port);
    this.url = `http://127.0.0.1:${port}`;
    this.output = '';
    this.isEnding = false;
    const child = spawn(process.execPath, [join(root, 'backend/dist/server/src/serve.js')], {
      cwd: root,
      env: {
        PATH: process.env['PATH'] ?? '',
        NODE_ENV: 'production',
        PORT: String(port),
        DATA_DIR: dataDir,
        ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
        ADMIN_EMAIL: adminEmail,
        ADMIN_PASSWORD: adminPassword,
        LOG_LEVEL: 'error',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.child = child;
    child.once('exit', (code, signal) => {
      if (this.isEnding) return;
      console.error(`The server ended by itself (${signal ?? code}). Its last words:\n${this.output.slice(-4_000)}`);
    });
    for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(50)) {
      if (child.exitCode !== null) throw new Error(`the server ended at its start: ${this.output}`);
      const ready = await fetch(`${this.url}/readyz`).catch(() => null);
      if (ready?.ok === true) return;
    }
    throw new Error(`the server did not become ready: ${this.output}`);
  }

  /** Ends it without any chance to tidy up. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Ends it in order and returns its exit code. */
  async stop(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Its first account is made last of all, after it listens, so that it is waited for what it says of itself then. */
  async signIn(): Promise<string> {
    for (const deadline = Date.now() + 60_000; !this.output.includes('Atesto is ready.'); await pause(20)) {
      if (Date.now() > deadline) throw new Error(`the server did not say that it is ready: ${this.output}`);
    }
    const response = await fetch(`${this.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: adminEmail, password: adminPassword }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    // Without one every later call would be refused, far from the cause.
    if (cookie === undefined) throw new Error(`the sign-in was refused: ${response.status} ${await response.text()}`);
    return cookie;
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    this.isEnding = true;
    const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill(signal);
    return code;
  }
}
