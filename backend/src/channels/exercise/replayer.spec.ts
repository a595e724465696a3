/** Replays side by side: one that cannot go on holds up no other. */
import { expect, it } from '@jest/globals';
import { pino } from 'pino';
import type { DeploymentCatalogue } from '../../deployments/index.js';
import type { Intake } from '../../intake/index.js';
import { systemClock, type Database, type JournalFeed } from '../../platform/index.js';
import { Replayer } from './replayer.js';

it('goes on with the others where one fails', async () => {
  const asked: string[] = [];
  const told: string[] = [];
  const database = { query: () => Promise.resolve([{ deployment_id: 'broken' }, { deployment_id: 'sound' }]) };
  const feed = { isWorker: true, subscribe: () => () => undefined };
  const withId = (id: string): Promise<null> => {
    asked.push(id);
    return id === 'broken' ? Promise.reject(new Error('made up')) : Promise.resolve(null);
  };
  const replayer = new Replayer(
    database as unknown as Database,
    feed as unknown as JournalFeed,
    { withId } as unknown as DeploymentCatalogue,
    {} as Intake,
    systemClock,
    pino({ level: 'warn' }, { write: (line: string) => void told.push(line) }),
  );
  replayer.onApplicationBootstrap();
  await new Promise((resolve) => setImmediate(resolve));
  await replayer.onApplicationShutdown();
  expect(asked).toEqual(['broken', 'sound']);
  expect(told).toEqual([expect.stringContaining('"deploymentId":"broken"')]);
});
