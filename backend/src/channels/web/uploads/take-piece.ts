/** Takes the pieces of a photo in and, once it is whole, makes it part of its report. Every step may be repeated. */
import { Injectable } from '@nestjs/common';
import { mostPhotos } from '@atesto/contract';
import { invalidInput } from '../../../platform/index.js';
import { AddPhoto, type MediumRecord } from '../../../reports/index.js';
import { largestUploadBytes } from '../read-multipart.js';
import { UploadParts, type UploadPart } from './upload-parts.js';
import {
  brokenOff,
  otherLength,
  otherReportsPhoto,
  photoTooLarge,
  pieceTooLong,
  pieceUnderWay,
  tooManyPhotos,
  wrongOffset,
} from './uploads.problems.js';

export interface PhotoOf {
  deploymentId: string;
  reportId: string;
  photoId: string;
}

export interface Piece {
  offset: number;
  /** Of the whole photo; needed with the first piece. */
  length: number | null;
  /** Of this piece, where it is known beforehand. */
  size: number | null;
  bytes: AsyncIterable<Buffer>;
}

export interface Progress {
  offset: number;
  length: number;
  isComplete: boolean;
}

const nameOf = ({ deploymentId, reportId }: PhotoOf): string => `${deploymentId}_${reportId}`;

@Injectable()
export class TakePiece {
  /** Photos of which a piece is arriving in this process. */
  private readonly busy = new Set<string>();

  constructor(
    private readonly parts: UploadParts,
    private readonly photos: AddPhoto,
  ) {}

  /** How far a photo has come, null when nothing of it is here. */
  async progress(photo: PhotoOf): Promise<Progress | null> {
    const kept = await this.photos.find(photo.deploymentId, photo.photoId);
    if (kept !== null) return kept.report_id === photo.reportId ? complete(kept) : null;
    const part = await this.parts.find(nameOf(photo), photo.photoId);
    return part === null ? null : { offset: part.offset, length: part.length, isComplete: false };
  }

  /** @throws Problem 409, 413, 415, 422, 423; 400 when the piece broke off */
  async take(photo: PhotoOf, piece: Piece): Promise<Progress> {
    const name = `${nameOf(photo)} ${photo.photoId}`;
    if (this.busy.has(name)) throw pieceUnderWay();
    this.busy.add(name);
    try {
      const kept = await this.photos.find(photo.deploymentId, photo.photoId);
      if (kept === null) return await this.takeUnfinished(photo, piece);
      if (kept.report_id !== photo.reportId) throw otherReportsPhoto();
      return complete(kept, piece.length);
    } finally {
      this.busy.delete(name);
    }
  }

  private async takeUnfinished(photo: PhotoOf, piece: Piece): Promise<Progress> {
    const part = (await this.parts.find(nameOf(photo), photo.photoId)) ?? (await this.begin(photo, piece));
    if (piece.length !== null && piece.length !== part.length) throw otherLength();
    if (piece.offset !== part.offset) throw wrongOffset(part.offset);
    if (part.offset + (piece.size ?? 0) > part.length) throw pieceTooLong();
    const offset = await this.write(photo, part, piece.bytes);
    if (offset < part.length) return { offset, length: part.length, isComplete: false };
    await this.finish(photo, part);
    return { offset, length: part.length, isComplete: true };
  }

  private async begin(photo: PhotoOf, { length, offset }: Piece): Promise<UploadPart> {
    if (offset !== 0) throw wrongOffset(0);
    if (length === null) throw invalidInput([{ pointer: '/upload-length', detail: 'is needed with the first piece' }]);
    if (length > largestUploadBytes) throw photoTooLarge(largestUploadBytes);
    const underWay = (await this.parts.all(nameOf(photo))).length;
    const kept = await this.photos.count(photo.deploymentId, photo.reportId);
    if (underWay + kept >= mostPhotos) throw tooManyPhotos(mostPhotos);
    return { photoId: photo.photoId, offset: 0, length };
  }

  private async write(photo: PhotoOf, part: UploadPart, bytes: AsyncIterable<Buffer>): Promise<number> {
    try {
      return await this.parts.write(nameOf(photo), part, bytes);
    } catch (error) {
      // The disk's own faults are ours; a connection that ends is the sender's, who will come back.
      const { code, syscall } = error as NodeJS.ErrnoException;
      if (syscall !== undefined && code !== 'ECONNRESET') throw error;
      throw brokenOff();
    }
  }

  private async finish(photo: PhotoOf, part: UploadPart): Promise<void> {
    const reportName = nameOf(photo);
    const outcome = await this.photos.add(photo, await this.parts.read(reportName, part));
    await this.parts.remove(reportName, part);
    if (outcome === 'too-many') throw tooManyPhotos(mostPhotos);
    if (outcome instanceof Error) throw outcome;
  }
}

/** What was kept has another size than what was sent; who asks wants to know that nothing is missing. */
function complete(kept: MediumRecord, length: number | null = null): Progress {
  const size = length ?? kept.bytes;
  return { offset: size, length: size, isComplete: true };
}
