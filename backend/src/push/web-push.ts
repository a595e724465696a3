/** One message to one browser through its push service, encrypted for it. */
import { Inject, Injectable } from '@nestjs/common';
import webPush from 'web-push';
import type { PushKeys } from '@atesto/contract';
import { CONFIG, Keys, type Config } from '../platform/index.js';
import { isPushService } from './push-service.js';

/** Where a browser wants to be told, as it is sealed. */
export interface PushTarget {
  endpoint: string;
  keys: PushKeys;
}

export interface PushOptions {
  urgency: 'high' | 'normal';
  /** How long the service keeps it for a browser that is off. */
  seconds: number;
}

/** `gone`: the browser does not want it any more. */
export type PushState = 'sent' | 'gone' | 'later';

const patienceMs = 10_000;
const gone = new Set([404, 410]);

@Injectable()
export class WebPush {
  constructor(
    private readonly keys: Keys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  isKnown(endpoint: string): boolean {
    return isPushService(endpoint, this.config.pushHosts);
  }

  /** Redirections are not followed: they could lead anywhere. @throws Error when the service cannot be reached */
  async post(target: PushTarget, payload: object, { urgency, seconds }: PushOptions): Promise<PushState> {
    // The operator may have taken a host off the list since.
    if (!this.isKnown(target.endpoint)) return 'gone';
    const { method, headers, body, endpoint } = webPush.generateRequestDetails(target, JSON.stringify(payload), {
      TTL: seconds,
      contentEncoding: 'aes128gcm',
      urgency,
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
    if (gone.has(answer.status)) return 'gone';
    return answer.status >= 200 && answer.status < 300 ? 'sent' : 'later';
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
