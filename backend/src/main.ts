/** Starts the server: configuration, database, first deployment and account, HTTP. Ends it in order on SIGTERM. */
import 'reflect-metadata';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { migrations } from '../migrations/index.js';
import { FirstAdministrator, type FirstCredentials } from './accounts/index.js';
import { createApp } from './create-app.js';
import { Exercise, exerciseSlug } from './channels/exercise/index.js';
import { CreateDeployment, firstSlug } from './deployments/index.js';
import { entities } from './entities.js';
import {
  ConfigFaults,
  createLog,
  loadKeys,
  Metrics,
  openDatabase,
  OperatorToken,
  readConfig,
  serveMetrics,
  settleRestoredImages,
  settleRestoredJournal,
  systemClock,
  type Clock,
  type Config,
} from './platform/index.js';

/** Whoever does not end in this time is ended. */
const shutdownMs = 25_000;

export interface Places {
  /** What the bundler built. */
  frontendDir: string;
  /** The prepared embedded database. */
  seedFile: string;
}

export const builtPlaces = (): Places => ({
  frontendDir: join(import.meta.dirname, '../../../../frontend/dist/client'),
  seedFile: join(import.meta.dirname, '../../seed/embedded.tar.gz'),
});

export interface Started {
  app: NestFastifyApplication;
  /** Only the first time, and only when it was made up. */
  credentials: FirstCredentials | null;
}

/** Step by step: asked to make all of them at once, Node never comes back from some places that forbid it. */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  try {
    if (dirname(folder) !== folder) makeFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    throw error instanceof ConfigFaults
      ? error
      : new ConfigFaults([`DATA_DIR: ${folder} cannot be made or is no folder.`]);
  }
}

/** What the system says of an address that cannot be listened on, in the words of the settings. */
function listenFault(error: unknown, { host, port }: Config): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return new ConfigFaults([`PORT: ${port} is taken by another program.`]);
  if (code === 'EACCES') return new ConfigFaults([`PORT: ${port} needs more rights than this account has.`]);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new ConfigFaults([`HOST: ${host} is no address of this machine.`]);
  return error;
}

/** `clock` is the system's unless a test brings its own. */
export async function startServer(config: Config, places: Places, clock: Clock = systemClock): Promise<Started> {
  const log = createLog(config.logLevel);
  makeFolder(config.dataDir);
  const keys = loadKeys(config);
  const say = (message: string): void => log.warn(message);
  const database = await openDatabase({ config, seedFile: places.seedFile, entities, migrations, log: say });
  let app: NestFastifyApplication | null = null;
  try {
    await settleRestoredJournal(database);
    await settleRestoredImages(database);
    const metrics = config.metricsPort === null ? null : new Metrics();
    app = await createApp({ config, database, keys, log, clock, frontendDir: places.frontendDir }, metrics);
    await app.get(CreateDeployment).createFirst();
    await app.listen(config.port, config.host);
    const { port } = app.getHttpServer().address() as AddressInfo;
    app.get(OperatorToken).leaveNote(port);
    const { metricsPort } = config;
    if (metrics !== null && metricsPort !== null && metricsPort !== config.port)
      await serveMetrics(metrics, metricsPort);
    // Last of all: a password that nobody was shown would lock everybody out.
    const credentials = await app.get(FirstAdministrator).create();
    return { app, credentials };
  } catch (error) {
    // What has started holds connections, which the database would wait for.
    await (app === null ? database.close() : app.close());
    throw listenFault(error, config);
  }
}

function greet(config: Config, { credentials }: Started, slug: string): void {
  const { publicUrl } = config;
  const lines = [
    '',
    `Atesto is ready.`,
    `  Report:   ${publicUrl}/report/${slug}`,
    `  Map:      ${publicUrl}/map/${slug}`,
    `  Console:  ${publicUrl}/console`,
  ];
  if (credentials !== null) {
    const password = credentials.password ?? '(as set in ADMIN_PASSWORD)';
    lines.push('', `  Sign in as ${credentials.email} with the password ${password}`);
    if (credentials.password !== null) lines.push('  It is shown this once. Change it in the console under Settings.');
  }
  if (config.databaseUrl === null)
    lines.push('', `  Embedded database in ${config.dataDir}. Set DATABASE_URL for PostGIS.`);
  console.log([...lines, ''].join('\n'));
}

function endOnSignal(app: NestFastifyApplication): void {
  let isEnding = false;
  const end = (): void => {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), shutdownMs).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end).on('SIGINT', end);
}

/** The whole program, as `npm start` runs it. */
export async function main(): Promise<void> {
  try {
    const config = readConfig(process.env);
    if (config.databaseUrl === null) console.log('Opening the embedded database (a few seconds) …');
    const started = await startServer(config, builtPlaces());
    endOnSignal(started.app);
    const isDemo = process.argv.includes('--demo');
    greet(config, started, isDemo ? exerciseSlug : firstSlug);
    if (isDemo) await started.app.get(Exercise).begin();
  } catch (error) {
    if (error instanceof ConfigFaults) for (const fault of error.faults) console.error(fault);
    else console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
