/** The files of long exports, in `DATA_DIR/exports`. One that is being written bears another name until it is whole. */
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/index.js';

@Injectable()
export class ExportFiles {
  private readonly folder: string;

  constructor(@Inject(CONFIG) { dataDir }: Pick<Config, 'dataDir'>) {
    this.folder = join(dataDir, 'exports');
  }

  /** Resolves to its length in bytes. Leaves nothing behind when it breaks. */
  async write(id: string, bytes: AsyncGenerator<Uint8Array>, signal: AbortSignal): Promise<number> {
    await mkdir(this.folder, { recursive: true });
    const begun = `${this.pathOf(id)}.${randomUUID()}.part`;
    try {
      await pipeline(Readable.from(bytes, { objectMode: false }), createWriteStream(begun), { signal });
      await rename(begun, this.pathOf(id));
      return (await stat(this.pathOf(id))).size;
    } finally {
      await rm(begun, { force: true });
    }
  }

  async lengthOf(id: string): Promise<number | null> {
    return stat(this.pathOf(id)).then(
      ({ size }) => size,
      () => null,
    );
  }

  read(id: string, start: number, end: number): Readable {
    return createReadStream(this.pathOf(id), { start, end: end - 1, highWaterMark: 256 * 1024 });
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Removes all that is older than any file may be, whoever left it there. */
  async sweep(before: Date): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      const path = join(this.folder, name);
      const { mtime } = await stat(path).catch(() => ({ mtime: null }));
      if (mtime !== null && mtime < before) await rm(path, { force: true, recursive: true });
    }
  }

  /** `id` is a UUID. */
  private pathOf(id: string): string {
    return join(this.folder, id);
  }
}
