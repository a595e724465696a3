/**
 * What has arrived of photos that are still on their way: one file a photo, named by it and by the length it will have.
 * The size of the file is how far it has come, so a server that starts again knows it as well as the one that ended.
 */
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface UploadPart {
  photoId: string;
  /** Bytes that have arrived. */
  offset: number;
  /** Bytes that the photo has. */
  length: number;
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

export class UploadParts {
  constructor(private readonly folder: string) {}

  async find(reportName: string, photoId: string): Promise<UploadPart | null> {
    return (await this.all(reportName)).find((part) => part.photoId === photoId) ?? null;
  }

  /** All that is on its way for one report. */
  async all(reportName: string): Promise<UploadPart[]> {
    const names = await this.namesIn(reportName);
    const parts = names.map(async (name): Promise<UploadPart[]> => {
      const [photoId = '', length = ''] = name.split('.');
      const found = await stat(join(this.folder, reportName, name)).catch(() => null);
      return found === null ? [] : [{ photoId, offset: found.size, length: Number(length) }];
    });
    return (await Promise.all(parts)).flat();
  }

  /**
   * Writes what comes as it comes, so that a piece that breaks off leaves what arrived. On the disk when it resolves.
   * Resolves to the new offset; stops at the photo's length. @throws what the stream throws when it breaks off
   */
  async write(reportName: string, part: UploadPart, piece: AsyncIterable<Buffer>): Promise<number> {
    await mkdir(join(this.folder, reportName), { recursive: true, mode: 0o700 });
    const file = await open(this.path(reportName, part), part.offset === 0 ? 'w' : 'r+', 0o600);
    let { offset } = part;
    try {
      for await (const chunk of piece) {
        const fitting = chunk.subarray(0, part.length - offset);
        await file.write(fitting, 0, fitting.length, offset);
        offset += fitting.length;
        if (fitting.length < chunk.length) break;
      }
      await file.datasync();
    } finally {
      await file.close();
    }
    return offset;
  }

  read(reportName: string, part: UploadPart): Promise<Buffer> {
    return readFile(this.path(reportName, part));
  }

  async remove(reportName: string, part: UploadPart): Promise<void> {
    await rm(this.path(reportName, part), { force: true });
  }

  /** Forgets what nobody has gone on with since `before`. */
  async removeOlder(before: Date): Promise<void> {
    for (const reportName of await this.namesIn('')) {
      const names = await this.namesIn(reportName);
      for (const name of names) {
        const path = join(this.folder, reportName, name);
        const found = await stat(path).catch(() => null);
        if (found !== null && found.mtime < before) await rm(path, { force: true });
      }
      if ((await this.namesIn(reportName)).length === 0) {
        await rm(join(this.folder, reportName), { recursive: true, force: true });
      }
    }
  }

  private path(reportName: string, { photoId, length }: UploadPart): string {
    return join(this.folder, reportName, `${photoId}.${length}`);
  }

  private async namesIn(name: string): Promise<string[]> {
    try {
      return await readdir(join(this.folder, name));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }
}
