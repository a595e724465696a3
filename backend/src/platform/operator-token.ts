/**
 * Lets commands on this machine, run by the same account, talk to the running server: it leaves its address and a
 * token in a file that only that account can read.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Config } from './config.js';
import { CONFIG } from './tokens.js';

export interface OperatorNote {
  pid: number;
  url: string;
  token: string;
}

const noteFile = (dataDir: string): string => join(dataDir, 'run', 'server.json');

@Injectable()
export class OperatorToken implements OnApplicationShutdown {
  readonly token = randomBytes(32).toString('base64url');
  private wrote = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** To be called once the server listens, with the port it was given. */
  leaveNote(port: number): void {
    const { dataDir, host } = this.config;
    const address = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host;
    const note: OperatorNote = { pid: process.pid, url: `http://${address}:${port}`, token: this.token };
    mkdirSync(join(dataDir, 'run'), { recursive: true, mode: 0o700 });
    writeFileSync(noteFile(dataDir), JSON.stringify(note), { mode: 0o600 });
    this.wrote = true;
  }

  onApplicationShutdown(): void {
    if (this.wrote) rmSync(noteFile(this.config.dataDir), { force: true });
  }
}

/** The note of a running server, null when there is none. */
export function readOperatorNote(dataDir: string): OperatorNote | null {
  try {
    return JSON.parse(readFileSync(noteFile(dataDir), 'utf8')) as OperatorNote;
  } catch {
    return null;
  }
}
