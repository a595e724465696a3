/** One file of a spool: what is appended is on the disk before anybody is told. */
import { constants } from 'node:fs';
import { open, readFile, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { framed, unframed } from './frames.js';

export class Segment {
  /** Whether some of its records could not be brought into the database. */
  hasMissing = false;
  private length = 0;

  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
  ) {}

  /** Its name is on the disk as well, once this resolves. */
  static async create(path: string): Promise<Segment> {
    const { O_CREAT, O_EXCL, O_WRONLY, O_APPEND } = constants;
    const file = await open(path, O_CREAT | O_EXCL | O_WRONLY | O_APPEND, 0o600);
    const folder = await open(dirname(path));
    await folder.sync().finally(() => folder.close());
    return new Segment(path, file);
  }

  get bytes(): number {
    return this.length;
  }

  /** Resolves once all of them are on the disk. */
  async append(records: readonly Buffer[]): Promise<void> {
    const bytes = Buffer.concat(records.map(framed));
    await this.file.appendFile(bytes);
    await this.file.datasync();
    this.length += bytes.length;
  }

  async close(): Promise<void> {
    await this.file.close();
  }

  async remove(): Promise<void> {
    await rm(this.path, { force: true });
  }
}

/** What a file holds, up to the first record that is not whole. */
export async function recordsIn(path: string): Promise<Buffer[]> {
  return [...unframed(await readFile(path))];
}
