/**
 * The files of overlays, named by what is in them: shapes packed as browsers take them, tile archives as they came. What was
 * found in one is kept beside it. None is deleted, since taking back the removal of an overlay needs it again.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { gunzip, gzip } from 'node:zlib';
import { Inject, Injectable } from '@nestjs/common';
import type { OverlayFileView } from '@atesto/contract';
import { CONFIG, type Config } from '../../platform/index.js';
import { DiskMediaStore } from '../../reports/index.js';
import { fileTooLarge, unfitFile } from '../overlays.problems.js';
import { TileArchives } from '../tiles/tile-archives.js';
import type { AreasTask, ReadAreas, ReadFile } from './read-file.js';
import { UnfitFile, type ShapeFeature } from './read-shapes.js';

export const mostShapeBytes = 10 * 1024 * 1024;
export const mostArchiveBytes = 200 * 1024 * 1024;
/** Ten megabytes take seconds; what takes longer was made to. */
const mostReadingMs = 30_000;

const isDigest = (file: string): boolean => /^[0-9a-f]{64}$/.test(file);
const isDropped = (file: string): boolean => /^\w[\w .-]{0,150}\.pmtiles$/i.test(file);

/** Seen from the compiled server and, in tests, from the source. */
const asideFile = ['./read-aside.js', '../../../dist/server/src/overlays/shapes/read-aside.js']
  .map((path) => resolve(import.meta.dirname, path))
  .find((path) => existsSync(path));

@Injectable()
export class OverlayFiles {
  private readonly folder: string;
  /** Where those who run the server may put tile archives themselves. */
  private readonly dropFolder: string;
  private readonly store: DiskMediaStore;

  constructor(
    @Inject(CONFIG) { dataDir }: Config,
    private readonly archives: TileArchives,
  ) {
    this.folder = join(dataDir, 'overlays');
    this.dropFolder = join(dataDir, 'pmtiles');
    this.store = new DiskMediaStore(this.folder);
  }

  /** @throws Problem 413, 422 */
  async take(stream: Readable): Promise<OverlayFileView> {
    const bytes = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    const head = await beginning(bytes);
    const all = afterwards(head, bytes);
    try {
      if (head.subarray(0, 7).toString('latin1') === 'PMTiles') return await this.keepArchive(all);
      return await this.keep(await readAside<ReadFile>(await gathered(all, mostShapeBytes), null));
    } catch (error) {
      throw error instanceof UnfitFile ? unfitFile(error.message) : error;
    }
  }

  /** As a program sends it. @throws Problem 413 */
  gather(stream: Readable): Promise<Buffer> {
    return gathered(stream as AsyncIterable<Buffer>, mostShapeBytes);
  }

  /** The areas in GeoJSON, and the file that their shapes are kept in. @throws Problem 422 */
  async areasIn(
    bytes: Buffer,
    task: AreasTask,
  ): Promise<Pick<ReadAreas, 'areas' | 'faults'> & { facts: OverlayFileView | null }> {
    try {
      const { areas, faults, shapes } = await readAside<ReadAreas>(bytes, task);
      return { areas, faults, facts: shapes === null ? null : await this.keep(shapes) };
    } catch (error) {
      throw error instanceof UnfitFile ? unfitFile(error.message) : error;
    }
  }

  /** What was found in it, null when it is not here. */
  async facts(file: string): Promise<OverlayFileView | null> {
    if (isDropped(file)) return this.droppedFacts(file);
    const bytes = isDigest(file) ? await this.store.read(file, 'json') : null;
    return bytes === null ? null : (JSON.parse(bytes.toString('utf8')) as OverlayFileView);
  }

  /** Gzipped GeoJSON. */
  async packed(file: string): Promise<Buffer | null> {
    return isDigest(file) ? this.store.read(file) : null;
  }

  /** GeoJSON. @throws Problem 422 */
  async unpacked(file: string): Promise<Buffer> {
    const packed = await this.packed(file);
    if (packed === null) throw unfitFile('is not here any more');
    return promisify(gunzip)(packed);
  }

  async features(file: string): Promise<ShapeFeature[]> {
    const { features } = JSON.parse((await this.unpacked(file)).toString('utf8')) as { features: ShapeFeature[] };
    return features;
  }

  archivePath(file: string): string | null {
    if (isDropped(file)) return join(this.dropFolder, file);
    return isDigest(file) ? join(this.folder, 'archives', `${file}.pmtiles`) : null;
  }

  /** The archives that somebody put into the data folder. */
  async dropped(): Promise<OverlayFileView[]> {
    const names = existsSync(this.dropFolder) ? await readdir(this.dropFolder) : [];
    const found = await Promise.all(names.filter(isDropped).map((name) => this.droppedFacts(name)));
    return found.flatMap((facts) => facts ?? []);
  }

  private async droppedFacts(file: string): Promise<OverlayFileView | null> {
    const facts = await this.archives.facts(join(this.dropFolder, file)).catch(() => null);
    return facts === null ? null : { ...facts, file };
  }

  private async keep({ text, facts }: ReadFile): Promise<OverlayFileView> {
    const file = await this.store.put(await promisify(gzip)(text, { level: 7 }));
    const known: OverlayFileView = { file, kind: 'geojson', ...facts };
    await this.store.putVariant(file, 'json', Buffer.from(JSON.stringify(known)));
    return known;
  }

  private async keepArchive(bytes: AsyncIterable<Buffer>): Promise<OverlayFileView> {
    const folder = join(this.folder, 'archives');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, `${randomUUID()}.part`);
    try {
      const digest = await written(bytes, part);
      const facts = { ...(await this.archives.facts(part)), file: digest };
      await rename(part, join(folder, `${digest}.pmtiles`));
      await this.store.putVariant(digest, 'json', Buffer.from(JSON.stringify(facts)));
      return facts;
    } finally {
      await rm(part, { force: true });
    }
  }
}

/** In a thread of its own. @throws UnfitFile */
function readAside<Read>(bytes: Buffer, areas: AreasTask | null): Promise<Read> {
  if (asideFile === undefined) throw new Error('the reader of shapes was not built');
  const workerData = { bytes, areas };
  const worker = new Worker(asideFile, { workerData, resourceLimits: { maxOldGenerationSizeMb: 1024 } });
  const tooLong = setTimeout(() => void worker.terminate(), mostReadingMs);
  return new Promise<Read>((done, failed) => {
    worker.once('message', ({ read, fault }: { read?: Read; fault?: string }) =>
      read === undefined ? failed(new UnfitFile(fault ?? '')) : done(read),
    );
    worker.once('error', () => failed(new UnfitFile('is more than can be read')));
    worker.once('exit', () => failed(new UnfitFile('is more than can be read')));
  }).finally(() => clearTimeout(tooLong));
}

/** At least as much as tells one kind from another, where there is so much. */
async function beginning(bytes: AsyncIterator<Buffer>): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (head.length < 8) {
    const next = await bytes.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

async function* afterwards(head: Buffer, bytes: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await bytes.next(); next.done !== true; next = await bytes.next()) yield next.value;
}

async function gathered(bytes: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of bytes) {
    length += part.length;
    if (length > most) throw fileTooLarge(most);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function written(bytes: AsyncIterable<Buffer>, path: string): Promise<string> {
  const hash = createHash('sha256');
  let length = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const part of bytes) {
      length += part.length;
      if (length > mostArchiveBytes) throw fileTooLarge(mostArchiveBytes);
      hash.update(part);
      yield part;
    }
  };
  await pipeline(counted, createWriteStream(path, { mode: 0o600, flush: true }));
  return hash.digest('hex');
}
