/** Photos and recordings of reports: kept before they are acknowledged, given out to those who may see the report. */
import { Injectable } from '@nestjs/common';
import type { MediaStore } from './media-store.js';
import { mediumById, type MediumRecord } from './media.queries.js';
import { makeThumbnail } from './read-image.js';
import { isPicture, readMedium, type ReadMedium } from './read-medium.js';
import { Database, notFound } from '../platform/index.js';

export const THUMBNAIL_JOB = 'make-thumbnail';

export interface KeptMedium extends Omit<ReadMedium, 'bytes'> {
  digest: string;
  bytes: number;
}

export interface StoredFile {
  bytes: Buffer;
  type: string;
  digest: string;
}

@Injectable()
export class Media {
  constructor(
    private readonly database: Database,
    private readonly store: MediaStore,
  ) {}

  /** Keeps it durably, a photo made anew. @throws Problem 415 for what is neither, 413 for a recording too large */
  async keep(upload: Buffer): Promise<KeptMedium> {
    const { bytes, ...medium } = await readMedium(upload);
    return { ...medium, digest: await this.store.put(bytes), bytes: bytes.length };
  }

  /** @throws Problem 404 */
  async file(deploymentId: string, id: string): Promise<StoredFile> {
    const { type, digest } = await this.recordOf(deploymentId, id);
    const bytes = await this.store.read(digest);
    if (bytes === null) throw notFound('file');
    return { bytes, type, digest };
  }

  /** Made by a job after the report came in; made here when that has not run yet. @throws Problem 404 */
  async thumbnail(deploymentId: string, id: string): Promise<Buffer> {
    const medium = await this.recordOf(deploymentId, id);
    if (!isPicture(medium)) throw notFound('thumbnail');
    const { digest } = medium;
    return (await this.store.read(digest, 'thumbnail')) ?? (await this.makeThumbnail(digest));
  }

  async makeThumbnail(digest: string): Promise<Buffer> {
    const bytes = await this.store.read(digest);
    if (bytes === null) throw notFound('file');
    const thumbnail = await makeThumbnail(bytes);
    await this.store.putVariant(digest, 'thumbnail', thumbnail);
    return thumbnail;
  }

  private async recordOf(deploymentId: string, id: string): Promise<MediumRecord> {
    const medium = await mediumById(this.database, deploymentId, id);
    if (medium === null) throw notFound('medium');
    return medium;
  }
}
