/** Sends one message to one phone through its push service, encrypted for it. What fails is tried again by the queue. */
import { Inject, Injectable } from '@nestjs/common';
import webPush from 'web-push';
import type { PushPayload } from '@atesto/contract';
import { DeploymentCatalogue } from '../../../deployments/index.js';
import { CONFIG, Database, Keys, type Config } from '../../../platform/index.js';
import { newsDays } from './push-news.js';
import { isPushService } from './push-service.js';
import type { PushTarget } from './push-subscriptions.js';
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

const patienceMs = 10_000;
/** The push service says that the phone does not want it any more. */
const gone = new Set([404, 410]);

@Injectable()
export class PushSender {
  constructor(
    private readonly database: Database,
    private readonly deployments: DeploymentCatalogue,
    private readonly keys: Keys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** @throws Error when the push service could not take it now */
  async send({ deploymentId, reportId, endpointName, kind }: PushJob): Promise<void> {
    const name = Buffer.from(endpointName, 'base64url');
    // Phones of those who take part in an exercise are told nothing: what they hear could be taken for real.
    if ((await this.deployments.withId(deploymentId))?.isExercise !== false) return;
    const found = await subscription(this.database, deploymentId, reportId, name);
    if (found === null) return;
    const target = JSON.parse(this.keys.unseal(found.sealed)) as PushTarget;
    // The operator may have taken a host off the list since.
    if (!isPushService(target.endpoint, this.config.pushHosts)) return;
    const follow = `/follow/${this.keys.followSecret(deploymentId, reportId)}`;
    const status = await this.post(target, { kind, follow, ...pushTextsIn(found.language)[kind] });
    if (gone.has(status)) await deleteSubscription(this.database, deploymentId, reportId, name);
    else if (status < 200 || status > 299) throw new Error(`the push service answered ${status}`);
  }

  /** Redirections are not followed: they could lead anywhere. */
  private async post(target: PushTarget, payload: PushPayload): Promise<number> {
    const { method, headers, body, endpoint } = webPush.generateRequestDetails(target, JSON.stringify(payload), {
      TTL: newsDays * 86_400,
      contentEncoding: 'aes128gcm',
      urgency: payload.kind === 'asked' ? 'high' : 'normal',
      vapidDetails: { subject: subjectOf(this.config), ...this.keys.pushPair() },
    });
    const answer = await fetch(endpoint, {
      method,
      headers: headersOf(headers),
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    await answer.body?.cancel();
    return answer.status;
  }
}

/** Whom a push service may turn to about our messages. */
function subjectOf({ publicUrl }: Config): string {
  return publicUrl.startsWith('https:') ? publicUrl : `mailto:push@${new URL(publicUrl).hostname}`;
}

/** The length is set by who sends. */
function headersOf(headers: Record<string, string | number | undefined>): Record<string, string> {
  const given = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-length');
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
