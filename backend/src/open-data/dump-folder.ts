/**
 * The folder of the daily copies: `{slug}/{YYYY-MM-DD}/`. A day is written beside its place and renamed when it is
 * whole, so that a half one is never seen; its sums are the last word on what is in it.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export const dumpFiles = {
  'incidents.csv.gz': 'csv',
  'incidents.geojson.gz': 'geojson',
} as const;
export type DumpFile = keyof typeof dumpFiles;
export const sumsFile = 'SHA256SUMS';

const aboutFile = 'about.json';
const day = /^\d{4}-\d\d-\d\d$/;

export interface DumpAbout {
  /** Places are as rough as this. */
  precisionMetres: number;
}

export interface Dump {
  date: string;
  precisionMetres: number;
  files: { name: DumpFile; bytes: number; sha256: string }[];
}

export class DumpFolder {
  constructor(private readonly folder: string) {}

  async has(slug: string, date: string): Promise<boolean> {
    return (await this.days(slug)).includes(date);
  }

  /** Newest first; what is not whole is not there. */
  async list(slug: string): Promise<Dump[]> {
    const dumps = await Promise.all((await this.days(slug)).map((date) => this.read(slug, date)));
    return dumps.filter((dump) => dump !== null);
  }

  /** Does nothing where the day is there already. */
  async write(
    slug: string,
    date: string,
    about: DumpAbout,
    linesOf: (file: DumpFile) => AsyncIterable<Uint8Array>,
  ): Promise<void> {
    if (await this.has(slug, date)) return;
    const beside = join(this.folder, slug, `.${date}-${randomUUID()}`);
    await mkdir(beside, { recursive: true });
    try {
      const sums: string[] = [];
      for (const file of Object.keys(dumpFiles) as DumpFile[]) {
        sums.push(`${await writeZipped(join(beside, file), linesOf(file))}  ${file}\n`);
      }
      await writeFile(join(beside, aboutFile), JSON.stringify(about));
      await writeFile(join(beside, sumsFile), sums.join(''));
      // Refused where another process was faster, whose copy is as good.
      await rename(beside, join(this.folder, slug, date)).catch(async (error: unknown) => {
        if (!(await this.has(slug, date))) throw error;
      });
    } finally {
      await rm(beside, { recursive: true, force: true });
    }
  }

  async remove(slug: string, date: string): Promise<void> {
    if (day.test(date)) await rm(join(this.folder, slug, date), { recursive: true, force: true });
  }

  /** Of a file that stands in the list; the caller closes it. */
  async open(
    slug: string,
    date: string,
    file: DumpFile | typeof sumsFile,
  ): Promise<{ handle: FileHandle; bytes: number }> {
    const handle = await open(join(this.folder, slug, date, file), 'r');
    return { handle, bytes: (await handle.stat()).size };
  }

  private async days(slug: string): Promise<string[]> {
    const names = await readdir(join(this.folder, slug)).catch(() => []);
    return names.filter((name) => day.test(name)).sort((a, b) => (a < b ? 1 : -1));
  }

  private async read(slug: string, date: string): Promise<Dump | null> {
    const at = (name: string): string => join(this.folder, slug, date, name);
    try {
      const { precisionMetres } = JSON.parse(await readFile(at(aboutFile), 'utf8')) as DumpAbout;
      const lines = (await readFile(at(sumsFile), 'utf8')).split('\n').filter((line) => line !== '');
      const files = await Promise.all(
        lines.map(async (line) => {
          const [sha256 = '', name = ''] = line.split('  ');
          return { name: name as DumpFile, sha256, bytes: (await stat(at(name))).size };
        }),
      );
      return { date, precisionMetres, files: files.filter(({ name }) => Object.hasOwn(dumpFiles, name)) };
    } catch {
      return null;
    }
  }
}

/** Returns the sum of what stands in the file. */
async function writeZipped(path: string, lines: AsyncIterable<Uint8Array>): Promise<string> {
  const sum = createHash('sha256');
  const summing = new Transform({
    transform(piece: Buffer, _, done) {
      sum.update(piece);
      done(null, piece);
    },
  });
  // Its bytes are on the disk before the folder gets its name.
  const file = createWriteStream(path, { flags: 'wx', flush: true });
  await pipeline(Readable.from(lines, { objectMode: false }), createGzip(), summing, file);
  return sum.digest('hex');
}
