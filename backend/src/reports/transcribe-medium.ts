/** Writes down what is said in a recording, so that it can be read, searched and handed on. */
import { Injectable } from '@nestjs/common';
import { appendJournal, Database, JournalFeed, notFound, Problem } from '../platform/index.js';
import { lockMedium, writeTranscript } from './media.queries.js';
import { isPicture } from './read-medium.js';

const noRecording = (): Problem =>
  new Problem(409, 'not-a-recording', 'Not a recording', 'Only what is said in a recording is written down.');

@Injectable()
export class TranscribeMedium {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
  ) {}

  /** Returns the report of the recording. @throws Problem 404, 409 for a photo */
  async write(deploymentId: string, id: string, text: string, actorId: string): Promise<string> {
    const transcript = text.replaceAll('\0', '').toWellFormed().trim() || null;
    const reportId = await this.database.transaction(async (tx) => {
      const medium = await lockMedium(tx, deploymentId, id);
      if (medium === null) throw notFound('medium');
      if (isPicture(medium)) throw noRecording();
      if (medium.transcript === transcript) return medium.report_id;
      await writeTranscript(tx, deploymentId, id, transcript, actorId);
      const data = { recording: id, transcript, before: { transcript: medium.transcript } };
      const subjectId = medium.report_id;
      await appendJournal(tx, [{ deploymentId, kind: 'report.transcribed', subjectId, actorId, data }]);
      return subjectId;
    });
    this.feed.wake();
    return reportId;
  }
}
