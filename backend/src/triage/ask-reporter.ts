/** The conversation with the reporter: a question from a responder, an answer from the follow page. */
import { Injectable } from '@nestjs/common';
import type { AskReporter as AskReporterInput } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { Database, derivedId, isThere, onceId } from '../platform/index.js';
import { insertMessage } from '../reports/index.js';
import { Decide } from './decide.js';

@Injectable()
export class AskReporter {
  constructor(
    private readonly frame: Decide,
    private readonly database: Database,
  ) {}

  async ask(deployment: Deployment, reportId: string, input: AskReporterInput, actorId: string): Promise<void> {
    const id = onceId(input, reportId, actorId);
    await this.once(deployment, id, () =>
      this.frame.decide(deployment, reportId, 'ask', actorId, async ({ tx, now }) => {
        const message = { id, reportId, direction: 'out', text: input.text, authorId: actorId, at: now } as const;
        await insertMessage(tx, deployment.id, message);
        return { kind: 'report.asked', data: { message: id } };
      }),
    );
  }

  /**
   * Kept in whatever state the report is; it goes back into review where an answer was waited for. `id` is made by the
   * sender: the same answer again adds nothing, another one under the same id is one of its own.
   */
  async answer(deployment: Deployment, reportId: string, id: string, text: string): Promise<void> {
    const messageId = derivedId(reportId, id, text);
    const message = { id: messageId, reportId, direction: 'in', text, authorId: null } as const;
    await this.once(deployment, messageId, () =>
      this.frame.decide(deployment, reportId, 'answer', null, async ({ tx, now }) => {
        await insertMessage(tx, deployment.id, { ...message, at: now });
        return { kind: 'report.answered', data: { message: messageId } };
      }),
    );
  }

  private async once({ id: deploymentId }: Deployment, messageId: string, say: () => Promise<void>): Promise<void> {
    const isKnown = (): Promise<boolean> => isThere(this.database, 'messages', deploymentId, messageId);
    if (await isKnown()) return;
    try {
      await say();
    } catch (error) {
      // The same twice at the same time: one of them was kept.
      if (!(await isKnown())) throw error;
    }
  }
}
