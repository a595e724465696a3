/**
 * Keeps what was handed in as a report. The standard gives requests no id of the sender's, and clients try again when
 * an answer is lost: the same content within ten minutes is the same request. Its id is made from the content, and
 * what comes while the same is being kept waits for that one.
 */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Inbox, type InboundMessage } from '../../conversations/index.js';
import { GatewayNotes, phoneNumber, type OpenGateway } from '../../gateways/index.js';
import { CLOCK, Database, derivedId, Problem, type Clock } from '../../platform/index.js';
import { AddPhoto, reportsById } from '../../reports/index.js';
import type { Fields, PostedRequest } from './read-request.js';
import { unsureCode } from './services.js';

export interface HandedIn {
  fields: Fields;
  request: PostedRequest;
  pictures: readonly Buffer[];
}

export interface KeptRequest {
  id: string;
  kind: string;
  /** The page of the report; null where nothing was kept. */
  follow: string | null;
}

const repeatMs = 10 * 60_000;
/** What the words of a report may hold; more is kept beside them. */
const longestText = 5_000;

@Injectable()
export class KeepRequest {
  private readonly underWay = new Map<string, Promise<KeptRequest>>();

  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly addPhoto: AddPhoto,
    private readonly notes: GatewayNotes,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  keep(gateway: OpenGateway, handedIn: HandedIn): Promise<KeptRequest> {
    const content = contentOf(handedIn);
    const key = derivedId(gateway.id, content);
    const kept =
      this.underWay.get(key) ?? this.keepNow(gateway, handedIn, content).finally(() => this.underWay.delete(key));
    this.underWay.set(key, kept);
    return kept;
  }

  private async keepNow(gateway: OpenGateway, handedIn: HandedIn, content: string): Promise<KeptRequest> {
    const id = await this.idOf(gateway, content);
    const message = messageOf(gateway, handedIn, id);
    const { kind, reportId, follow } = await this.inbox.receive(gateway, message);
    if (reportId !== null) await this.addPictures(gateway, reportId, handedIn.pictures);
    // Somebody who is blocked is told the same as everybody.
    return { id: reportId ?? id, kind, follow };
  }

  /** Time is cut into pieces of ten minutes; a repeat may stand in one beside this one, by another process's clock too. */
  private async idOf(gateway: OpenGateway, content: string): Promise<string> {
    const nowMs = this.clock.now().getTime();
    const piece = Math.floor(nowMs / repeatMs);
    const [now = '', ...beside] = [piece, piece - 1, piece + 1].map((number) => derivedId(gateway.id, content, number));
    const known = await reportsById(this.database, gateway.deployment.id, beside);
    return known.find(({ received_at: at }) => Math.abs(nowMs - at.getTime()) < repeatMs)?.id ?? now;
  }

  private async addPictures(gateway: OpenGateway, reportId: string, pictures: readonly Buffer[]): Promise<void> {
    const deploymentId = gateway.deployment.id;
    for (const [index, picture] of pictures.entries()) {
      const photoId = derivedId(reportId, index);
      if ((await this.addPhoto.find(deploymentId, photoId)) !== null) continue;
      const outcome = await this.addPhoto.add({ deploymentId, reportId, photoId }, picture);
      if (outcome === 'added') continue;
      const error = outcome instanceof Problem ? outcome.message : 'A report has room for no more photos.';
      this.notes.note(gateway, { direction: 'in', request: 'media', outcome: 'refused', error });
    }
  }
}

function contentOf({ fields, pictures }: HandedIn): string {
  const words = [...fields].sort(([one], [other]) => (one < other ? -1 : 1));
  const digests = pictures.map((picture) => createHash('sha256').update(picture).digest('hex'));
  return JSON.stringify([words, digests]);
}

/** One app, or one account in it, is one sender where they left neither number nor mail. */
function handleOf({ deviceId, accountId }: PostedRequest): string | undefined {
  if (accountId !== undefined) return `open311:account:${accountId}`;
  return deviceId === undefined ? undefined : `open311:device:${deviceId}`;
}

function messageOf(gateway: OpenGateway, { request, pictures }: HandedIn, id: string): InboundMessage {
  const { text, phone, email, name, serviceCode, rest } = request;
  const typed = phone === undefined ? undefined : phoneNumber(phone, undefined);
  const number = typed !== undefined && 'phone' in typed.reporter ? typed.reporter.phone : phone;
  const handle = handleOf(request);
  return {
    externalId: id,
    reportId: id,
    address: handle ?? id,
    reporter: { name, phone: number, email, handle },
    text,
    location: request.location,
    place: request.place,
    category: serviceCode === unsureCode && gateway.deployment.category(serviceCode) === null ? undefined : serviceCode,
    answers: { ...rest, ...(text.length > longestText && { description: text }) },
    mediaToFollow: pictures.length,
    isWhole: true,
    isSilent: true,
  };
}
