import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FolderIsLocked, lockFolder, type LockHolder } from './folder-lock.js';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atesto-lock-'));
  file = join(folder, 'inside', 'db.lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holder = (): LockHolder => JSON.parse(readFileSync(file, 'utf8')) as LockHolder;

describe('the lock of a database folder', () => {
  it('names its holder and is given back', async () => {
    const unlock = await lockFolder(file);
    expect(holder()).toMatchObject({ pid: process.pid, parent: process.ppid });
    unlock();
    expect(existsSync(file)).toBe(false);
  });

  it('keeps a second one out at once, and says who holds it', async () => {
    const unlock = await lockFolder(file);
    await expect(lockFolder(file)).rejects.toThrow(FolderIsLocked);
    await expect(lockFolder(file)).rejects.toThrow(`process ${process.ppid}`);
    unlock();
  });

  it('is taken over from a process that is gone', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    await lockFolder(file).then((unlock) => unlock());
    writeFileSync(file, JSON.stringify({ pid: gone.pid, parent: process.pid, startedAt: '1' }));
    const unlock = await lockFolder(file);
    expect(holder().pid).toBe(process.pid);
    unlock();
  });

  it('is taken over when its number was given out again to another process', async () => {
    await lockFolder(file).then((unlock) => unlock());
    writeFileSync(file, JSON.stringify({ pid: process.pid, parent: process.ppid, startedAt: 'long ago' }));
    const unlock = await lockFolder(file);
    expect(holder().startedAt).not.toBe('long ago');
    unlock();
  });

  it('is taken over when it was cut short by a crash', async () => {
    await lockFolder(file).then((unlock) => unlock());
    writeFileSync(file, '{"pid":');
    (await lockFolder(file))();
  });

  it('waits for a holder that is closing, and takes it then', async () => {
    const unlock = await lockFolder(file);
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    writeFileSync(file, JSON.stringify({ ...holder(), parent: gone.pid }));
    setTimeout(unlock, 150);
    const startedAt = Date.now();
    const second = await lockFolder(file);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(100);
    second();
  });
});
