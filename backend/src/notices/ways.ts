/** The ways out: through the deployment's gateways, to browsers, and into a chat. */
import { Inject, Injectable } from '@nestjs/common';
import type { NoticeWay } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { fetchPublic, SendThrough, type Outcome } from '../gateways/index.js';
import { CONFIG, Database, Keys, type Config } from '../platform/index.js';
import { WebPush } from '../push/index.js';
import { isChatAddress } from './chat-address.js';
import type { RecipientRecord } from './deliveries.queries.js';
import type { Folded } from './fold-notices.js';
import { noticeTexts } from './notice-texts.js';
import { deleteDevice, devicesOf } from './preferences.queries.js';
import { firstPreferences } from './preferences.js';
import type { PushTarget } from '../push/index.js';

export interface Recipient {
  /** Names the message; the same one again is the same message. */
  id: string;
  userId: string;
  deployment: Deployment;
  person: RecipientRecord;
}

const refused = (detail: string): Outcome => ({ state: 'failed', detail, isPassing: false });
/** A short message is one part or two. */
const mostOfSms = 280;
const newsSeconds = 24 * 3600;

@Injectable()
export class Ways {
  constructor(
    private readonly database: Database,
    private readonly gateways: SendThrough,
    private readonly webPush: WebPush,
    private readonly keys: Keys,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** By which ways a deployment can send at all. */
  async open(deployment: Deployment): Promise<NoticeWay[]> {
    if (deployment.isExercise) return [];
    const [mail, sms] = await Promise.all([
      this.gateways.isOpen(deployment, 'email'),
      this.gateways.isOpen(deployment, 'sms'),
    ]);
    return ['push', ...(mail ? (['email'] as const) : []), ...(sms ? (['sms'] as const) : []), 'chat'];
  }

  /** @throws Error when it may be tried again */
  async send(way: NoticeWay, to: Recipient, told: Folded): Promise<Outcome> {
    if (to.deployment.isExercise) return { state: 'withheld', detail: 'Nothing leaves an exercise.' };
    const link = this.config.publicUrl + told.path;
    const { language } = to.person.preferences ?? firstPreferences;
    if (way === 'push') return this.toBrowsers(to, told);
    if (way === 'chat')
      return this.toChat(to.person, [told.subject, ...(told.lines.length > 1 ? told.lines : []), link].join('\n'));
    if (way === 'email') {
      const text = [...told.lines, '', link, '', noticeTexts[language].why].join('\n');
      return this.throughGateway('email', to, to.person.email, text, told.subject);
    }
    if (to.person.phone_sealed === null || to.person.phone_confirmed !== true)
      return refused('No phone number is confirmed.');
    const words = told.lines.length === 1 ? told.subject : `${told.subject}: ${told.lines.join('; ')}`;
    const text = `${words.slice(0, mostOfSms - link.length - 1)} ${link}`;
    return this.throughGateway('sms', to, this.keys.unseal(to.person.phone_sealed), text);
  }

  /** @throws Error when it may be tried again */
  throughGateway(
    channel: 'email' | 'sms',
    { id, deployment, person }: Recipient,
    address: string,
    text: string,
    subject?: string,
  ): Promise<Outcome> {
    const { language } = person.preferences ?? firstPreferences;
    const message = { id, to: address, text, language, ...(subject !== undefined && { subject }) };
    return this.gateways.send(deployment, channel, message);
  }

  private async toChat({ chat_sealed: sealed }: RecipientRecord, text: string): Promise<Outcome> {
    const url = sealed === null ? null : this.keys.unseal(sealed);
    // What the operator named may have changed since it was entered.
    if (!isChatAddress(url, this.config.chatHosts)) return refused('No webhook of a chat is set.');
    const headers = { 'content-type': 'application/json' };
    const request = { url, method: 'POST', headers, body: JSON.stringify({ text }), mostBytes: 64 * 1024 } as const;
    const { status } = await fetchPublic(request, this.config.chatHosts);
    if (status >= 200 && status < 300) return { state: 'sent' };
    const detail = `The chat answered ${status}.`;
    return { state: 'failed', detail, isPassing: status === 429 || status >= 500 };
  }

  private async toBrowsers({ userId, deployment }: Recipient, { subject, lines, path }: Folded): Promise<Outcome> {
    const devices = await devicesOf(this.database, deployment.id, userId);
    if (devices.length === 0) return refused('No browser is set up to be told.');
    const payload = { title: subject, body: lines.length > 1 ? lines.join('\n') : '', follow: path };
    const states = await Promise.all(
      devices.map(async ({ name, sealed }) => {
        const target = JSON.parse(this.keys.unseal(sealed)) as PushTarget;
        const state = await this.webPush.post(target, payload, { urgency: 'high', seconds: newsSeconds });
        if (state === 'gone') await deleteDevice(this.database, deployment.id, userId, name);
        return state;
      }),
    );
    if (states.includes('sent')) return { state: 'sent' };
    const isPassing = states.includes('later');
    return {
      state: 'failed',
      detail: isPassing ? 'The push service did not take it.' : 'No browser wants it any more.',
      isPassing,
    };
  }
}
