/** What a person wants to be told of: read, changed, and the phone and browsers that are told. */
import { createHash, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { NoticePreferencesView, PutNoticePreferences, SubscribeToPush } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { phoneNumber } from '../gateways/index.js';
import {
  CLOCK,
  CONFIG,
  Database,
  invalidInput,
  Keys,
  notFound,
  Problem,
  staleVersion,
  tooManyRequests,
  type Clock,
  type Config,
} from '../platform/index.js';
import { keyFaults, WebPush, type PushTarget } from '../push/index.js';
import { isChatAddress } from './chat-address.js';
import { recipientOf } from './deliveries.queries.js';
import { NoticeReader } from './notice-reader.js';
import { filled, noticeTexts } from './notice-texts.js';
import { firstPreferences } from './preferences.js';
import {
  deleteDevice,
  devicesOf,
  forgetPhone,
  preferencesOf,
  saveChat,
  saveDevice,
  savePhone,
  savePreferences,
  tryCode,
} from './preferences.queries.js';
import { isZone } from './wall-clock.js';
import { Ways } from './ways.js';

const codeMinutes = 15;
const mostTries = 5;
/** Codes cost money, and anybody's number can be named. */
const codeGapSeconds = 60;

@Injectable()
export class KeepPreferences {
  constructor(
    private readonly database: Database,
    private readonly keys: Keys,
    private readonly reader: NoticeReader,
    private readonly ways: Ways,
    private readonly webPush: WebPush,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async view(deployment: Deployment, userId: string): Promise<NoticePreferencesView> {
    const [row, person, devices, open] = await Promise.all([
      preferencesOf(this.database, deployment.id, userId),
      recipientOf(this.database, deployment.id, userId),
      devicesOf(this.database, deployment.id, userId),
      this.ways.open(deployment),
    ]);
    const number = row?.phone_sealed == null ? null : this.keys.unseal(row.phone_sealed);
    return {
      ...(row?.preferences ?? firstPreferences),
      chatHost: row?.chat_sealed == null ? null : new URL(this.keys.unseal(row.chat_sealed)).host,
      email: person?.email ?? '',
      phone: number === null ? null : { ends: number.slice(-3), confirmed: row?.phone_confirmed === true },
      devices: devices.length,
      open,
      // Nothing was saved yet: the first to save is right.
      version: row?.version ?? 0,
    };
  }

  /** @throws Problem 412 when they changed since `version`, 422 for a zone or an address that is none */
  async put(deployment: Deployment, userId: string, version: number, input: PutNoticePreferences): Promise<void> {
    const { chatUrl, quiet = null, zone, ...rest } = input;
    const faults = [
      ...(isZone(zone) ? [] : [{ pointer: '/zone', detail: 'is no time zone' }]),
      ...(chatUrl == null || isChatAddress(chatUrl, this.config.chatHosts)
        ? []
        : [{ pointer: '/chatUrl', detail: 'must be a public address that begins with https://' }]),
    ];
    if (faults.length > 0) throw invalidInput(faults);
    const sealed = chatUrl == null ? null : this.keys.seal(chatUrl);
    await this.database.transaction(async (tx) => {
      const preferences = { ...rest, quiet, zone };
      if (!(await savePreferences(tx, deployment.id, userId, version, preferences))) {
        throw staleVersion((await preferencesOf(tx, deployment.id, userId))?.version ?? 0);
      }
      if (chatUrl !== undefined) await saveChat(tx, deployment.id, userId, sealed);
    });
    this.reader.forget(deployment.id);
  }

  /** Sends a code to the number. @throws Problem 409 where no channel can send, 422 for what is no number, 429 too soon */
  async addPhone(deployment: Deployment, userId: string, number: string): Promise<void> {
    const { address, reporter } = phoneNumber(number, undefined);
    if (!('phone' in reporter)) {
      throw invalidInput([{ pointer: '/number', detail: 'must be a phone number with its country, like +49 …' }]);
    }
    const person = await recipientOf(this.database, deployment.id, userId);
    if (person === null) throw notFound('person');
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const { language } = person.preferences ?? firstPreferences;
    const words = filled(noticeTexts[language].code, { deployment: deployment.name, code });
    const until = new Date(this.clock.now().getTime() + codeMinutes * 60_000);
    const kept = { sealed: this.keys.seal(address), code: hashOf(userId, code), codeUntil: until };
    const before = new Date(until.getTime() - codeGapSeconds * 1000);
    const isKept = await this.database.transaction((tx) => savePhone(tx, deployment.id, userId, kept, before));
    if (!isKept) throw tooManyRequests(codeGapSeconds);
    const sent = await this.ways
      .throughGateway('sms', { id: uuidv7(), userId, deployment, person }, address, words)
      .catch(() => null);
    if (sent?.state !== 'sent') {
      throw new Problem(409, 'not-sent', 'Not sent', 'The code could not be sent: no channel took the message.');
    }
  }

  /** @throws Problem 422 for another code, or one that is too old or was tried too often */
  async confirmPhone(deployment: Deployment, userId: string, code: string): Promise<void> {
    const now = this.clock.now();
    const isRight = await this.database.transaction((tx) =>
      tryCode(tx, deployment.id, userId, hashOf(userId, code), now, mostTries),
    );
    if (!isRight) throw invalidInput([{ pointer: '/code', detail: 'is not the code that was sent, or holds no more' }]);
  }

  async removePhone(deployment: Deployment, userId: string): Promise<void> {
    await this.database.transaction((tx) => forgetPhone(tx, deployment.id, userId));
  }

  /** @throws Problem 422 for an address that is no push service's, or keys that are none */
  async addDevice(deployment: Deployment, userId: string, { endpoint, keys }: SubscribeToPush): Promise<void> {
    const isKnown = this.webPush.isKnown(endpoint);
    const faults = isKnown ? [] : [{ pointer: '/endpoint', detail: 'is not the address of a known push service' }];
    faults.push(...keyFaults(keys));
    if (faults.length > 0) throw invalidInput(faults);
    const target: PushTarget = { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } };
    const [name, sealed] = [this.nameOf(endpoint), this.keys.seal(JSON.stringify(target))];
    await saveDevice(this.database, deployment.id, userId, { name, sealed, at: this.clock.now() });
  }

  async removeDevice(deployment: Deployment, userId: string, endpoint: string): Promise<void> {
    await deleteDevice(this.database, deployment.id, userId, this.nameOf(endpoint));
  }

  private nameOf(endpoint: string): Buffer {
    return this.keys.tagOf('push endpoint', endpoint);
  }
}

const hashOf = (userId: string, code: string): string => createHash('sha256').update(`${userId}/${code}`).digest('hex');
