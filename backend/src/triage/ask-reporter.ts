/** The conversation with the reporter: a question from a responder, an answer from the follow page. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Deployment } from '../deployments/index.js';
import { Database } from '../platform/index.js';
import { insertMessage, isMessageKnown } from '../reports/index.js';
import { Decide } from './decide.js';

@Injectable()
export class AskReporter {
  constructor(
    private readonly frame: Decide,
    private readonly database: Database,
  ) {}

  ask(deployment: Deployment, reportId: string, text: string, actorId: string): Promise<void> {
    return this.frame.decide(deployment, reportId, 'ask', actorId, async ({ tx, now }) => {
      const id = uuidv7();
      const message = { id, reportId, direction: 'out', text, authorId: actorId, at: now } as const;
      await insertMessage(tx, deployment.id, message);
      return { kind: 'report.asked', data: { message: id } };
    });
  }

  /**
   * Kept in whatever state the report is; it goes back into review where an answer was waited for. `id` is made by the
   * sender: the same answer again adds nothing.
   */
  async answer(deployment: Deployment, reportId: string, id: string, text: string): Promise<void> {
    if (await isMessageKnown(this.database, deployment.id, id)) return;
    await this.frame.decide(deployment, reportId, 'answer', null, async ({ tx, now }) => {
      await insertMessage(tx, deployment.id, { id, reportId, direction: 'in', text, authorId: null, at: now });
      return { kind: 'report.answered', data: { message: id } };
    });
  }
}
