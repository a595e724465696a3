/** A private PostGIS cluster for tests and measurements: made in a temporary folder, on a loopback port, ended by its process. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** PostgreSQL refuses to run as root; Debian's package brings an account for it. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'postgres']).stdout.toString());
  return { uid: id('-u'), gid: id('-g') };
}

export interface Cluster {
  /** Of the database `postgres`. */
  url: string;
  /** Makes a database and returns its URL. */
  createDatabase(name: string, template?: string): Promise<string>;
  urlOf(name: string): string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again after a kill. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Makes a streaming replica of it, which runs on a port of its own. */
  startReplica(): Promise<Cluster>;
  /** Ends it in order and leaves its data in `folder`, to begin others with. */
  leaveIn(folder: string): Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface Home {
  bin: string;
  /** Of all that belongs to it. */
  folder: string;
  data: string;
  owner: { uid?: number; gid?: number };
}

function makeHome(bin: string): Home {
  const owner = account();
  const folder = mkdtempSync(join(tmpdir(), 'atesto-pg-'));
  chmodSync(folder, 0o700);
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid ?? owner.uid);
  return { bin, folder, data: join(folder, 'data'), owner };
}

function made({ status, stderr }: { status: number | null; stderr: Buffer }): void {
  if (status !== 0) throw new Error(`no cluster was made: ${stderr.toString()}`);
}

/** `template` is a folder that another one was left in. */
export async function startCluster(
  bin: string,
  settings: Record<string, string> = {},
  template: string | null = null,
): Promise<Cluster> {
  const home = makeHome(bin);
  const { data, folder: cwd, owner } = home;
  const fresh = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--wal-segsize=1'];
  made(
    template === null
      ? spawnSync(join(bin, 'initdb'), fresh, { ...owner, cwd })
      : spawnSync('cp', ['-a', template, data]),
  );
  return runCluster(home, settings);
}

async function runCluster(home: Home, settings: Record<string, string>): Promise<Cluster> {
  const { bin, folder, data, owner } = home;
  const port = await freePort();
  const options = Object.entries({
    unix_socket_directories: folder,
    listen_addresses: '127.0.0.1',
    min_wal_size: '4MB',
    ...settings,
  });
  const args = ['-D', data, '-p', String(port), ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const url = (name: string): string => `postgres://postgres@127.0.0.1:${port}/${name}`;
  let server: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    server = spawn(join(bin, 'postgres'), args, { ...owner, cwd: folder, stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries++) {
      const client = new pg.Client({ connectionString: url('postgres') });
      try {
        await client.connect();
        await client.end();
        return;
      } catch {
        await pause(50);
      }
    }
    throw new Error('the cluster did not start');
  };
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const running = server;
    if (running === null || running.exitCode !== null) return;
    const gone = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await gone;
    server = null;
  };

  await start();
  return {
    url: url('postgres'),
    urlOf: url,
    async createDatabase(name, template = 'template1') {
      const client = new pg.Client({ connectionString: url('postgres') });
      await client.connect();
      await client.query(`create database ${name} template ${template}`);
      await client.end();
      return url(name);
    },
    kill: () => end('SIGQUIT'),
    restart: start,
    async stop() {
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
    async startReplica() {
      const other = makeHome(bin);
      const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres', '-D', other.data, '-R', '-c', 'fast'];
      made(spawnSync(join(bin, 'pg_basebackup'), from, { ...owner, cwd: other.folder }));
      return runCluster(other, settings);
    },
    async leaveIn(place) {
      await end('SIGINT');
      renameSync(data, place);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
