/**
 * The address that the app calls: a POST brings a message, `?task=` asks for what goes out and tells what became of it.
 * The app deletes a message after its retries, so whatever carries the right secret is answered with success, be it
 * empty, spam or a repeat.
 */
import { Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Inbox, NoteDelivery, Outbox } from '../../conversations/index.js';
import {
  GatewayDoor,
  isSameSecret,
  phoneNumber,
  wrongSignature,
  type Answer,
  type Call,
  type OpenGateway,
} from '../../gateways/index.js';
import { Anyone, derivedId } from '../../platform/index.js';
import { fieldsOf, readSmsSync, textOf } from './read-smssync.js';

/** What the app takes at once. */
const mostMessages = 20;

@ApiExcludeController()
@Controller('gateways/smssync/:token')
export class SmsSyncController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly inbox: Inbox,
    private readonly outbox: Outbox,
    private readonly noteDelivery: NoteDelivery,
  ) {}

  @Get()
  @Anyone()
  async get(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.call(token, request, reply);
  }

  @Post()
  @Anyone()
  async post(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.call(token, request, reply);
  }

  /** Selectable in the app instead of POST. */
  @Put()
  @Anyone()
  async put(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.call(token, request, reply);
  }

  private async call(token: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.door.open('smssync', token, request, reply, (gateway, call) => this.answer(gateway, call));
  }

  private async answer(gateway: OpenGateway, call: Call): Promise<Answer> {
    const fields = call.method === 'GET' ? call.query : fieldsOf(call.body);
    const task = call.query['task'] ?? '';
    // The app itself sends no secret with this one; the address is secret.
    if (task === 'sent' && call.method !== 'GET') return this.taken(gateway, fields);
    const secret = textOf(fields['secret']) || (call.query['secret'] ?? '');
    if (!isSameSecret(secret, gateway.settings['secret'])) return wrongSignature('The secret is not the one set here.');
    if (task === 'send') return this.handOut(gateway, secret);
    if (task === 'result') return call.method === 'GET' ? this.awaited(gateway) : this.results(gateway, fields);
    return this.take(gateway, fields);
  }

  private async take(gateway: OpenGateway, fields: Record<string, unknown>): Promise<Answer> {
    const message = readSmsSync(fields);
    if (message === null) return success('empty');
    const { text, messageId, deviceId, sentAt } = message;
    const from = phoneNumber(message.from, gateway.settings['country']);
    // Without an id of its own, the same words at the same time are the same message.
    const externalId = messageId === '' ? derivedId(from.address, text, sentAt?.getTime() ?? 0) : messageId;
    const { kind } = await this.inbox.receive(gateway, {
      externalId: `${deviceId} ${externalId}`,
      address: from.address,
      reporter: from.reporter,
      text,
      sentAt,
    });
    return success(kind);
  }

  private async handOut(gateway: OpenGateway, secret: string): Promise<Answer> {
    const waiting = await this.outbox.waiting(gateway, mostMessages);
    const messages = waiting.map(({ id, to, text }) => ({ to, message: text, uuid: id }));
    await this.outbox.handed(
      gateway,
      waiting.map(({ id }) => id),
    );
    const isPoll = messages.length === 0;
    return { ...json({ payload: { task: 'send', secret, messages } }, 'handed'), isPoll, isTaken: !isPoll };
  }

  private async taken(gateway: OpenGateway, fields: Record<string, unknown>): Promise<Answer> {
    const ids = listOf(fields['queued_messages']).map(textOf);
    await this.outbox.handed(gateway, ids);
    return json({ message_uuids: ids }, 'handed');
  }

  private async awaited(gateway: OpenGateway): Promise<Answer> {
    return { ...json({ message_uuids: await this.outbox.unsettled(gateway, mostMessages) }, 'asked'), isPoll: true };
  }

  private async results(gateway: OpenGateway, fields: Record<string, unknown>): Promise<Answer> {
    for (const result of listOf(fields['message_result'])) await this.note(gateway, result as Record<string, unknown>);
    return success('delivery');
  }

  /** Codes: 0 is well, -1 not yet, everything else a fault of the phone. */
  private async note(gateway: OpenGateway, result: Record<string, unknown>): Promise<void> {
    const id = textOf(result['uuid']);
    const [sent, delivered] = [code(result['sent_result_code']), code(result['delivered_result_code'])];
    const at = new Date();
    if (delivered === 0) await this.noteDelivery.note(gateway, { id }, { delivery: 'delivered', at });
    else if (sent === 0) await this.noteDelivery.note(gateway, { id }, { delivery: 'sent', at });
    else if (sent !== null && sent !== -1) {
      const detail = textOf(result['sent_result_message']) || `The phone says ${sent}.`;
      await this.noteDelivery.note(gateway, { id }, { delivery: 'failed', detail, at });
    }
  }
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 200) : []);

function code(value: unknown): number | null {
  const number = Number(textOf(value));
  return textOf(value) === '' || !Number.isInteger(number) ? null : number;
}

const json = (content: object, outcome: string): Answer => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(content),
  outcome,
});

const success = (outcome: string): Answer => json({ payload: { success: true, error: null } }, outcome);
