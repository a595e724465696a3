/** Where media lie: files named by the hash of what is in them. The same interface fits an object store. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface MediaStore {
  /** Keeps the bytes durably and returns their SHA-256 in hex. */
  put(bytes: Buffer): Promise<string>;
  /** Keeps something made from a medium, such as its thumbnail. */
  putVariant(digest: string, variant: string, bytes: Buffer): Promise<void>;
  /** Null when there is no such file. */
  read(digest: string, variant?: string): Promise<Buffer | null>;
}

/** A new name is on the disk only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

export class DiskMediaStore implements MediaStore {
  constructor(private readonly folder: string) {}

  async put(bytes: Buffer): Promise<string> {
    const digest = createHash('sha256').update(bytes).digest('hex');
    await this.write(this.path(digest), bytes);
    return digest;
  }

  async putVariant(digest: string, variant: string, bytes: Buffer): Promise<void> {
    await this.write(this.path(digest, variant), bytes);
  }

  async read(digest: string, variant?: string): Promise<Buffer | null> {
    try {
      return await readFile(this.path(digest, variant));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  private path(digest: string, variant?: string): string {
    if (!/^[0-9a-f]{64}$/.test(digest)) throw new Error('not a digest');
    const name = variant === undefined ? digest : `${digest}.${variant}`;
    return join(this.folder, digest.slice(0, 2), digest.slice(2, 4), name);
  }

  /** Whole or not at all, and on the disk before it is acknowledged. */
  private async write(path: string, bytes: Buffer): Promise<void> {
    if (existsSync(path)) return;
    const folder = dirname(path);
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    const part = `${path}.${randomBytes(6).toString('hex')}.part`;
    const file = await open(part, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(part, path);
    await syncFolder(folder);
    if (made === undefined) return;
    for (let above = dirname(folder); above.length >= this.folder.length; above = dirname(above))
      await syncFolder(above);
  }
}
