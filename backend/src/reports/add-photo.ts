/** Adds a photo or recording that came after its report, under an id given with it; again does no harm. */
import { Injectable } from '@nestjs/common';
import { mostPhotos } from '@atesto/contract';
import { appendJournal, Database, Jobs, JournalFeed, notFound, Problem } from '../platform/index.js';
import { insertMedium, mediumById, type MediumRecord } from './media.queries.js';
import { Media, THUMBNAIL_JOB, type KeptMedium } from './media.js';
import { isPicture } from './read-medium.js';
import { lockReport, reportsById } from './reports.queries.js';

export interface NewPhoto {
  deploymentId: string;
  reportId: string;
  photoId: string;
}

@Injectable()
export class AddPhoto {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly jobs: Jobs,
    private readonly media: Media,
  ) {}

  find(deploymentId: string, photoId: string): Promise<MediumRecord | null> {
    return mediumById(this.database, deploymentId, photoId);
  }

  /** Photos that a report has. @throws Problem 404 */
  async count(deploymentId: string, reportId: string): Promise<number> {
    const [report] = await reportsById(this.database, deploymentId, [reportId]);
    if (report === undefined) throw notFound('report');
    return report.media_count;
  }

  /** What can never become part of this report is answered, not thrown, so that the caller may forget its bytes. */
  async add(photo: NewPhoto, upload: Buffer): Promise<'added' | 'too-many' | Problem> {
    try {
      return await this.join(photo, await this.media.keep(upload));
    } catch (error) {
      if (error instanceof Problem && (error.status === 415 || error.status === 413)) return error;
      throw error;
    }
  }

  private async join({ deploymentId, reportId, photoId }: NewPhoto, kept: KeptMedium): Promise<'added' | 'too-many'> {
    const outcome = await this.database.transaction(async (tx) => {
      const report = await lockReport(tx, deploymentId, reportId);
      if (report === null) throw notFound('report');
      if ((await mediumById(tx, deploymentId, photoId)) !== null) return 'added';
      if (report.media_count >= mostPhotos) return 'too-many';
      await insertMedium(tx, deploymentId, { ...kept, id: photoId, reportId });
      if (isPicture(kept)) await this.jobs.enqueue(tx, THUMBNAIL_JOB, { digest: kept.digest });
      const added = isPicture(kept)
        ? ({ kind: 'report.photo_added', data: { photo: photoId } } as const)
        : ({ kind: 'report.recording_added', data: { recording: photoId } } as const);
      await appendJournal(tx, [{ deploymentId, ...added, subjectId: reportId, actorId: null }]);
      return 'added';
    });
    this.feed.wake();
    return outcome;
  }
}
