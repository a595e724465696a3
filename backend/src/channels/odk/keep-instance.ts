/**
 * Keeps a filled form as a report and its pictures with it, however often and in whatever pieces it is sent. The
 * report's id is made from the bytes of the form, so that the same form is told from another one of the same name.
 */
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Inbox, type InboundMessage } from '../../conversations/index.js';
import { GatewayNotes, phoneNumber, type OpenGateway } from '../../gateways/index.js';
import { Database, derivedId, Problem } from '../../platform/index.js';
import { AddPhoto } from '../../reports/index.js';
import { formIdOf } from './make-form.js';
import { reportOfInstance } from './odk.queries.js';
import type { Instance } from './read-instance.js';
import type { Attachment } from './read-parts.js';

export interface FilledForm {
  bytes: Buffer;
  instance: Instance;
  attachments: readonly Attachment[];
  /** As the app names its phone; empty where it does not say. */
  deviceId: string;
}

export interface KeptInstance {
  /** `conflict`: other content came under this name before. */
  kind: 'report' | 'repeat' | 'blocked' | 'conflict';
  follow: string | null;
}

/** What the words of a report may hold; more is kept beside them. */
const longestText = 5_000;

@Injectable()
export class KeepInstance {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly addPhoto: AddPhoto,
    private readonly notes: GatewayNotes,
  ) {}

  async keep(gateway: OpenGateway, form: FilledForm): Promise<KeptInstance> {
    const digest = createHash('sha256').update(form.bytes).digest('hex');
    const name = form.instance.instanceId ?? digest;
    const reportId = derivedId(gateway.id, name, digest);
    const replaces = await this.replacedBy(gateway, form.instance);
    const message = { ...messageOf(gateway, form, name, replaces), reportId };
    const reception = await this.inbox.receive(gateway, message);
    const { kind, follow } = reception;
    if (kind === 'repeat' && reception.reportId !== null && reception.reportId !== reportId)
      return { kind: 'conflict', follow: null };
    if (reception.reportId !== null)
      for (const attachment of form.attachments) await this.add(gateway, reportId, name, attachment);
    return { kind: kind === 'report' || kind === 'repeat' ? kind : 'blocked', follow };
  }

  /** A corrected form is a report of its own that names the earlier one: what somebody said is never rewritten. */
  private async replacedBy(gateway: OpenGateway, { deprecatedId }: Instance): Promise<string | null> {
    if (deprecatedId === null) return null;
    return (await reportOfInstance(this.database, gateway.deployment.id, gateway.id, deprecatedId)) ?? deprecatedId;
  }

  private async add(gateway: OpenGateway, reportId: string, name: string, file: Attachment): Promise<void> {
    const deploymentId = gateway.deployment.id;
    const photoId = derivedId(gateway.id, name, file.name);
    if ((await this.addPhoto.find(deploymentId, photoId)) !== null) return;
    const outcome = await this.addPhoto.add({ deploymentId, reportId, photoId }, file.bytes);
    if (outcome === 'added') return;
    const error = outcome instanceof Problem ? outcome.message : 'A report has room for no more photos.';
    this.notes.note(gateway, { direction: 'in', request: 'attachment', outcome: 'refused', error });
  }
}

function messageOf(
  gateway: OpenGateway,
  { instance, deviceId }: FilledForm,
  externalId: string,
  replaces: string | null,
): InboundMessage {
  const { formId, name, phone, text, pictures } = instance;
  const typed = phone === undefined ? undefined : phoneNumber(phone, gateway.settings['country']);
  const number = typed !== undefined && 'phone' in typed.reporter ? typed.reporter.phone : phone;
  return {
    externalId,
    address: deviceId === '' ? externalId : deviceId,
    reporter: { name, phone: number, handle: deviceId === '' ? undefined : `odk:${deviceId}` },
    text,
    location: instance.location,
    place: instance.place,
    category: instance.category,
    sentAt: instance.observedAt,
    answers: {
      ...instance.rest,
      ...(text.length > longestText && { text }),
      ...(formId !== formIdOf(gateway.deployment) && { form: formId }),
      ...(replaces !== null && { replaces }),
    },
    mediaToFollow: pictures.length,
    isWhole: true,
    isSilent: true,
  };
}
