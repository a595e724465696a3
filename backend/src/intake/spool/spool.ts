/**
 * Reports on the disk before, or instead of, the database: in `DATA_DIR/spool`, a folder for each process, files of one
 * megabyte. On the embedded database, which never waits for the disk, every report comes here first and stays for two
 * days; beside a server only those that it could not take, until it has them.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, isDatabaseAway, lockFolder, type Config } from '../../platform/index.js';
import { GroupCommit } from '../group-commit.js';
import { recordsIn, Segment } from './segment.js';
import type { ReportToStore } from '../store-reports.js';
import { readSpooled, writeSpooled } from './spooled-report.js';

const segmentBytes = 1024 * 1024;
const lockFile = 'lock';

/** Writes reports into the database; those that are there already are left as they are. */
export type StoreSpooled = (reports: readonly ReportToStore[]) => Promise<void>;

@Injectable()
export class Spool implements OnApplicationShutdown {
  private readonly root: string;
  private readonly own: string;
  private unlock: (() => void) | null = null;
  private current: Segment | null = null;
  /** Full ones, or such as are being read into the database. */
  private readonly closed = new Set<Segment>();
  /** Null begins a new file. */
  private readonly writes: GroupCommit<Buffer | null, Segment | null>;

  constructor(@Inject(CONFIG) { dataDir }: Pick<Config, 'dataDir'>) {
    this.root = join(dataDir, 'spool');
    this.own = join(this.root, `${Date.now()}-${randomUUID()}`);
    this.writes = new GroupCommit((records) => this.append(records), { lanes: 1, largestBatch: 5_000 });
  }

  /** Resolves once it is on the disk, with what is to be called if the database could not take it. */
  async keep(spooled: ReportToStore): Promise<() => void> {
    const segment = await this.writes.add(writeSpooled(spooled));
    return () => {
      if (segment !== null) segment.hasMissing = true;
    };
  }

  get hasMissing(): boolean {
    return [this.current, ...this.closed].some((segment) => segment?.hasMissing === true);
  }

  /**
   * Brings what is missing into the database. @throws what `store` throws; all of it is still there then. Unless the database
   * is away, that file is left for the next process, so that it holds up nothing that comes later.
   */
  async settle(store: StoreSpooled, isKept: boolean): Promise<void> {
    await this.writes.add(null);
    for (const segment of this.closed) {
      try {
        if (segment.hasMissing) await replay(segment.path, store);
      } catch (error) {
        if (!isDatabaseAway(error)) this.closed.delete(segment);
        throw error;
      }
      this.closed.delete(segment);
      if (!isKept) await segment.remove();
    }
  }

  /** The same for what processes left that are gone. Those that live are let alone. */
  async settleLeft(store: StoreSpooled, keptSince: number | null): Promise<void> {
    for (const name of await readdir(this.root).catch(() => [])) {
      const folder = join(this.root, name);
      if (folder === this.own) continue;
      const unlock = await lockFolder(join(folder, lockFile), 0).catch(() => null);
      if (unlock === null) continue;
      try {
        await settleFolder(folder, store, keptSince);
      } finally {
        unlock();
      }
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.closeCurrent();
    this.unlock?.();
  }

  private async append(given: (Buffer | null)[]): Promise<(Segment | null)[]> {
    const records = given.filter((record) => record !== null);
    if (records.length < given.length || (this.current?.bytes ?? 0) >= segmentBytes) await this.closeCurrent();
    if (records.length === 0) return given.map(() => null);
    this.current ??= await this.begin();
    const segment = this.current;
    await segment.append(records);
    return given.map(() => segment);
  }

  private async begin(): Promise<Segment> {
    if (this.unlock === null) {
      await mkdir(this.own, { recursive: true, mode: 0o700 });
      this.unlock = await lockFolder(join(this.own, lockFile), 0);
    }
    return Segment.create(join(this.own, `${Date.now()}-${randomUUID()}.log`));
  }

  private async closeCurrent(): Promise<void> {
    const segment = this.current;
    if (segment === null) return;
    this.current = null;
    this.closed.add(segment);
    await segment.close();
  }
}

async function replay(path: string, store: StoreSpooled): Promise<void> {
  await store((await recordsIn(path)).map(readSpooled));
}

/** `keptSince`: files younger than this stay; null when none has to. */
async function settleFolder(folder: string, store: StoreSpooled, keptSince: number | null): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.log')).sort();
  let left = 0;
  for (const name of files) {
    const path = join(folder, name);
    await replay(path, store);
    if (keptSince !== null && (await stat(path)).mtimeMs >= keptSince) left += 1;
    else await rm(path, { force: true });
  }
  if (left === 0) await rm(folder, { recursive: true, force: true });
}
