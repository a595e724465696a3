/** The address that Vonage calls, by GET or POST, as form or JSON, with messages and with receipts of ours. */
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Inbox, NoteDelivery } from '../../conversations/index.js';
import {
  GatewayDoor,
  phoneNumber,
  textOf,
  wrongSignature,
  type Answer,
  type Call,
  type OpenGateway,
} from '../../gateways/index.js';
import { Anyone, CLOCK, invalidInput, type Clock } from '../../platform/index.js';
import { GatherParts } from './gather-parts.js';
import { readVonage, type Incoming } from './read-vonage.js';
import { isSigned, signatureMethods, type SignedFields } from './vonage-signature.js';

@ApiExcludeController()
@Controller('gateways/vonage/:token')
export class VonageController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly inbox: Inbox,
    private readonly noteDelivery: NoteDelivery,
    private readonly gatherParts: GatherParts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Anyone()
  async get(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('vonage', token, request, reply, (gateway, call) => this.answer(gateway, call));
  }

  @Post()
  @Anyone()
  async post(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('vonage', token, request, reply, (gateway, call) => this.answer(gateway, call));
  }

  private async answer(gateway: OpenGateway, call: Call): Promise<Answer> {
    const fields = fieldsOf(call);
    // So the provider looks whether the address is there before it takes it.
    if (call.body.bytes.length === 0 && Object.keys(fields).length === 0) return { status: 200, outcome: 'empty' };
    const { signatureSecret: secret, signatureMethod } = gateway.settings;
    const method = signatureMethods.find((known) => known === signatureMethod) ?? 'md5hash';
    if (typeof secret === 'string' && !isSigned(fields, method, secret)) return wrongSignature();
    const news = readVonage(fields);
    if (news === null) throw invalidInput([{ pointer: '/messageId', detail: 'is needed, with msisdn or status' }]);
    if (news.kind === 'message') return { status: 200, outcome: await this.take(gateway, news) };
    const { name, delivery, detail } = news;
    await this.noteDelivery.note(gateway, name, { delivery, detail, at: this.clock.now() });
    return { status: 200, outcome: 'delivery' };
  }

  private async take(gateway: OpenGateway, news: Incoming): Promise<string> {
    const { id: externalId, piece, text, sentAt } = news;
    if (piece !== null) return this.gatherParts.take(gateway, { ...news, piece });
    const { address, reporter } = phoneNumber(news.from, gateway.settings['country']);
    return (await this.inbox.receive(gateway, { externalId, address, reporter, text, sentAt })).kind;
  }
}

function fieldsOf({ method, query, body }: Call): SignedFields {
  const given = method === 'GET' ? query : { ...query, ...body.fields() };
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : textOf(value)]),
  );
}
