/** The address that WhatsApp calls: once to see that it is ours, then with messages and news of ours. */
import { createHmac } from 'node:crypto';
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Inbox, NoteDelivery } from '../../conversations/index.js';
import {
  GatewayDoor,
  isSameSecret,
  textOf,
  wrongSignature,
  type Answer,
  type Call,
  type OpenGateway,
} from '../../gateways/index.js';
import { Anyone, CLOCK, invalidInput, type Clock } from '../../platform/index.js';
import { readWhatsApp } from './read-whatsapp.js';
import { receiveEach } from './receive-each.js';

@ApiExcludeController()
@Controller('gateways/whatsapp/:token')
export class WhatsAppController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly inbox: Inbox,
    private readonly noteDelivery: NoteDelivery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Anyone()
  async get(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('whatsapp', token, request, reply, (gateway, call) =>
      Promise.resolve(verified(gateway, call)),
    );
  }

  @Post()
  @Anyone()
  async post(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('whatsapp', token, request, reply, (gateway, call) => this.answer(gateway, call));
  }

  /** Answered with success only when all is kept: otherwise WhatsApp sends the whole again, and what is here is known. */
  private async answer(gateway: OpenGateway, { headers, body }: Call): Promise<Answer> {
    // Over the bytes as they came: what is written anew may be spelled otherwise.
    const expected = createHmac('sha256', textOf(gateway.settings['appSecret'])).update(body.bytes).digest('hex');
    if (!isSameSecret(headers['x-hub-signature-256'], `sha256=${expected}`)) return wrongSignature();
    const fields = body.json();
    if (fields === null || Array.isArray(fields)) throw invalidInput([{ pointer: '', detail: 'must be an object' }]);
    const { messages, statuses } = readWhatsApp(fields);
    const at = this.clock.now();
    for (const { name, delivery, detail } of statuses) {
      await this.noteDelivery.note(gateway, name, { delivery, detail, at });
    }
    const receptions = await receiveEach(messages, (message) => this.inbox.receive(gateway, message));
    const kinds = [...(statuses.length > 0 ? ['delivery'] : []), ...receptions.map(({ kind }) => kind)];
    return { status: 200, outcome: [...new Set(kinds)].join(', ') || 'passed-over' };
  }
}

function verified({ settings }: OpenGateway, { query }: Call): Answer {
  if (query['hub.mode'] !== 'subscribe' || !isSameSecret(query['hub.verify_token'], settings['verifyToken']))
    return wrongSignature('The verification word is not the one set here.');
  return { status: 200, type: 'text/plain; charset=utf-8', body: query['hub.challenge'] ?? '', outcome: 'verified' };
}
