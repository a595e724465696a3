/** A whole server inside the test's process, on a free loopback port, with its administrator signed in. */
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startServer } from '../../backend/src/main.js';
import { readConfig, systemClock, type Clock, type Config } from '../../backend/src/platform/index.js';
import { freePort } from './postgis.js';
import { makeHome, seedFile, type DatabaseHome } from './test-database.js';

export const frontendDir = join(import.meta.dirname, '../../frontend/dist/client');

export const adminEmail = 'admin@example.org';
export const adminPassword = 'a made-up password';

export interface Answer<Body> {
  status: number;
  body: Body;
  headers: Headers;
}

export interface CallOptions {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Cookie header; the administrator's by default, null for nobody. */
  cookie?: string | null;
}

export class TestServer {
  url = '';
  app!: NestFastifyApplication;
  adminCookie = '';
  home!: DatabaseHome;
  private config!: Config;
  private clock = systemClock;

  async start(env: Record<string, string> = {}, clock: Clock = systemClock): Promise<void> {
    this.home = await makeHome();
    const port = env['PORT'] === undefined ? await freePort() : Number(env['PORT']);
    this.config = readConfig({
      PORT: String(port),
      DATA_DIR: this.home.dataDir,
      ...(this.home.databaseUrl === null ? {} : { DATABASE_URL: this.home.databaseUrl }),
      ADMIN_EMAIL: adminEmail,
      ADMIN_PASSWORD: adminPassword,
      LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'fatal',
      ...env,
    });
    this.clock = clock;
    this.app = (await startServer(this.config, { frontendDir, seedFile }, clock)).app;
    this.url = `http://127.0.0.1:${port}`;
    this.adminCookie = await this.signIn(adminEmail, adminPassword);
  }

  /** Ends the server in order and starts it again with what it kept. */
  async restart(): Promise<void> {
    await this.app.close();
    this.app = (await startServer(this.config, { frontendDir, seedFile }, this.clock)).app;
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.home.remove();
  }

  async signIn(email: string, password: string): Promise<string> {
    const answer = await this.call('/api/v1/session', { method: 'POST', body: { email, password }, cookie: null });
    return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  }

  /** Calls a path; objects are sent as JSON, bytes as they are, JSON answers are parsed, others come as text. */
  async call<Body = Record<string, unknown>>(path: string, options: CallOptions = {}): Promise<Answer<Body>> {
    const { body, cookie = this.adminCookie } = options;
    const isRaw =
      typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array || body === undefined;
    const response = await fetch(this.url + path, {
      method: options.method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(isRaw ? {} : { 'content-type': 'application/json' }),
        ...(cookie === null ? {} : { cookie }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as Body, headers: response.headers };
  }

  /** The same under the API of the deployment `main`. */
  main<Body = Record<string, unknown>>(path: string, options: CallOptions = {}): Promise<Answer<Body>> {
    return this.call<Body>(`/api/v1/deployments/main${path}`, options);
  }
}

/** A server for the whole test file. */
export function useServer(env: Record<string, string> = {}, clock: Clock = systemClock): TestServer {
  const server = new TestServer();
  beforeAll(() => server.start(env, clock));
  afterAll(() => server.stop());
  return server;
}
