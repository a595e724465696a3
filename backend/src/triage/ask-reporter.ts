/** The conversation with the reporter: a question from a responder, an answer from the follow page. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Deployment } from '../deployments/index.js';
import { insertMessage } from '../reports/index.js';
import { Decide } from './decide.js';

@Injectable()
export class AskReporter {
  constructor(private readonly frame: Decide) {}

  ask(deployment: Deployment, reportId: string, text: string, actorId: string): Promise<void> {
    return this.frame.decide(deployment, reportId, 'ask', actorId, async ({ tx, now }) => {
      const id = uuidv7();
      const message = { id, reportId, direction: 'out', text, authorId: actorId, at: now } as const;
      await insertMessage(tx, deployment.id, message);
      return { kind: 'report.asked', data: { message: id } };
    });
  }

  /** Kept in whatever state the report is; it goes back into review where an answer was waited for. */
  answer(deployment: Deployment, reportId: string, text: string): Promise<void> {
    return this.frame.decide(deployment, reportId, 'answer', null, async ({ tx, now }) => {
      const id = uuidv7();
      await insertMessage(tx, deployment.id, { id, reportId, direction: 'in', text, authorId: null, at: now });
      return { kind: 'report.answered', data: { message: id } };
    });
  }
}
