/** Photos of reports: taken in before their report is acknowledged, given out to those who may see it. */
import { Injectable } from '@nestjs/common';
import type { MediaStore } from './media-store.js';
import { mediumById } from './media.queries.js';
import { makeThumbnail, readImage, type ReadImage } from './read-image.js';
import { Database, notFound } from '../platform/index.js';

export const THUMBNAIL_JOB = 'make-thumbnail';

export interface KeptMedium extends Omit<ReadImage, 'bytes'> {
  digest: string;
  bytes: number;
}

@Injectable()
export class Media {
  constructor(
    private readonly database: Database,
    private readonly store: MediaStore,
  ) {}

  /** Re-encodes a photo and keeps it durably. @throws Problem 415 for what is no picture */
  async keep(upload: Buffer): Promise<KeptMedium> {
    const { bytes, ...image } = await readImage(upload);
    return { ...image, digest: await this.store.put(bytes), bytes: bytes.length };
  }

  /** @throws Problem 404 */
  async file(deploymentId: string, id: string): Promise<Buffer> {
    const bytes = await this.store.read(await this.digestOf(deploymentId, id));
    if (bytes === null) throw notFound('file');
    return bytes;
  }

  /** Made by a job after the report came in; made here when that has not run yet. @throws Problem 404 */
  async thumbnail(deploymentId: string, id: string): Promise<Buffer> {
    const digest = await this.digestOf(deploymentId, id);
    return (await this.store.read(digest, 'thumbnail')) ?? (await this.makeThumbnail(digest));
  }

  async makeThumbnail(digest: string): Promise<Buffer> {
    const bytes = await this.store.read(digest);
    if (bytes === null) throw notFound('file');
    const thumbnail = await makeThumbnail(bytes);
    await this.store.putVariant(digest, 'thumbnail', thumbnail);
    return thumbnail;
  }

  private async digestOf(deploymentId: string, id: string): Promise<string> {
    const medium = await mediumById(this.database, deploymentId, id);
    if (medium === null) throw notFound('medium');
    return medium.digest;
  }
}
