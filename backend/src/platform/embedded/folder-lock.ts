/**
 * Holds a database folder for one process. The engine itself lets two processes open one folder, and rows are lost then.
 * The lock is a file with the process id and its start time, so that a number that was given out again does not count.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface LockHolder {
  pid: number;
  /** Parent of the holder: once it is gone, the holder is closing. */
  parent: number;
  startedAt: string;
}

export class FolderIsLocked extends Error {
  constructor(readonly holder: LockHolder) {
    super(
      `The database folder is in use by process ${holder.parent} (database process ${holder.pid}). ` +
        'Stop that one first, or set DATA_DIR to another folder.',
    );
  }
}

/** Start time of a process as the system says it, empty where it cannot be told; null when there is no such process. */
function processStart(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function holderOf(file: string): LockHolder | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as LockHolder;
    return processStart(holder.pid) === holder.startedAt ? holder : null;
  } catch {
    return null;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Takes the lock and returns what gives it back. A holder whose parent is gone is closing: it is waited for.
 * @throws FolderIsLocked when another living server holds it
 */
export async function lockFolder(file: string, waitMs = 20_000): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const own: LockHolder = { pid: process.pid, parent: process.ppid, startedAt: processStart(process.pid) ?? '' };
  for (const deadline = Date.now() + waitMs; ;) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = holderOf(file);
    if (holder === null) {
      rmSync(file, { force: true });
      continue;
    }
    if (processStart(holder.parent) !== null || Date.now() > deadline) throw new FolderIsLocked(holder);
    await pause(100);
  }
}
