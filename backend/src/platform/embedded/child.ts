/**
 * The embedded database's own process: a query blocks the process it runs in, and a wedged one can be killed and opened
 * again. Started by `EmbeddedDatabase`, answers its pings, and closes the database cleanly when told to.
 */
import { rmSync } from 'node:fs';
import { Bridge } from './bridge.js';
import { FolderIsLocked, lockFolder } from './folder-lock.js';
import { openEmbedded } from './seed.js';

export type ChildMessage = { kind: 'ready' } | { kind: 'pong' } | { kind: 'failed'; reason: string };

/** A parent that is gone hears nothing; the callback keeps its absence from ending this process before it has closed. */
const tell = (message: ChildMessage): void => void process.send?.(message, () => undefined);

const [folder, seedFile, socketPath] = process.argv.slice(2);
if (folder === undefined || seedFile === undefined || socketPath === undefined) throw new Error('three paths expected');

// The terminal sends its interrupt to the whole group: the parent decides when the database closes.
process.on('SIGINT', () => undefined).on('SIGTERM', () => undefined);

try {
  const unlock = await lockFolder(`${folder}.lock`);
  const database = await openEmbedded(folder, seedFile);
  const bridge = new Bridge(database);
  rmSync(socketPath, { force: true });
  await bridge.listen(socketPath);

  const close = async (): Promise<never> => {
    bridge.close();
    await database.close();
    unlock();
    process.exit(0);
  };
  process.on('message', (message) => {
    if (message === 'ping') tell({ kind: 'pong' });
    if (message === 'close') void close();
  });
  process.on('disconnect', () => void close());
  tell({ kind: 'ready' });
} catch (error) {
  const reason = error instanceof FolderIsLocked ? error.message : `The database could not be opened: ${String(error)}`;
  process.send?.({ kind: 'failed', reason } satisfies ChildMessage, () => process.exit(1));
}
