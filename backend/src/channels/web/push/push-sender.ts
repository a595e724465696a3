/** Sends one message to one phone through its push service, encrypted for it. What fails is tried again by the queue. */
import { Injectable } from '@nestjs/common';
import type { PushPayload } from '@atesto/contract';
import { DeploymentCatalogue } from '../../../deployments/index.js';
import { Database, Keys } from '../../../platform/index.js';
import { WebPush, type PushTarget } from '../../../push/index.js';
import { newsDays } from './push-news.js';
import { pushTextsIn } from './push-texts.js';
import { deleteSubscription, subscription } from './push.queries.js';

export const PUSH_JOB = 'push';

export interface PushJob {
  deploymentId: string;
  reportId: string;
  /** In base64url. */
  endpointName: string;
  kind: PushPayload['kind'];
}

@Injectable()
export class PushSender {
  constructor(
    private readonly database: Database,
    private readonly deployments: DeploymentCatalogue,
    private readonly keys: Keys,
    private readonly webPush: WebPush,
  ) {}

  /** @throws Error when the push service could not take it now */
  async send({ deploymentId, reportId, endpointName, kind }: PushJob): Promise<void> {
    const name = Buffer.from(endpointName, 'base64url');
    // Phones of those who take part in an exercise are told nothing: what they hear could be taken for real.
    if ((await this.deployments.withId(deploymentId))?.isExercise !== false) return;
    const found = await subscription(this.database, deploymentId, reportId, name);
    if (found === null) return;
    const target = JSON.parse(this.keys.unseal(found.sealed)) as PushTarget;
    const follow = `/follow/${this.keys.followSecret(deploymentId, reportId)}`;
    const payload: PushPayload = { kind, follow, ...pushTextsIn(found.language)[kind] };
    const urgency = kind === 'asked' ? 'high' : 'normal';
    const state = await this.webPush.post(target, payload, { urgency, seconds: newsDays * 86_400 });
    if (state === 'gone') await deleteSubscription(this.database, deploymentId, reportId, name);
    else if (state === 'later') throw new Error('the push service did not take it');
  }
}
