/** The conversation with the reporter: a question from a responder, an answer from the follow page. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Deployment } from '../deployments/index.js';
import { Database, derivedId } from '../platform/index.js';
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
   * sender: the same answer again adds nothing, another one under the same id is one of its own.
   */
  async answer(deployment: Deployment, reportId: string, id: string, text: string): Promise<void> {
    const messageId = derivedId(reportId, id, text);
    const isKnown = (): Promise<boolean> => isMessageKnown(this.database, deployment.id, messageId);
    if (await isKnown()) return;
    const message = { id: messageId, reportId, direction: 'in', text, authorId: null } as const;
    try {
      await this.frame.decide(deployment, reportId, 'answer', null, async ({ tx, now }) => {
        await insertMessage(tx, deployment.id, { ...message, at: now });
        return { kind: 'report.answered', data: { message: messageId } };
      });
    } catch (error) {
      // The same answer twice at the same time: one of them was kept.
      if (!(await isKnown())) throw error;
    }
  }
}
