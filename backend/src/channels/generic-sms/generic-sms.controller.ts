/** The address that a gateway of any make calls with its messages. */
import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Inbox } from '../../conversations/index.js';
import {
  GatewayDoor,
  isSameSecret,
  phoneNumber,
  textOf,
  wrongSignature,
  type Answer,
  type Call,
  type OpenGateway,
} from '../../gateways/index.js';
import { Anyone, CLOCK, derivedId, invalidInput, type Clock } from '../../platform/index.js';
import { objectOf } from './fill-template.js';
import { fieldOf, readGeneric, timeFormats, type FieldNames } from './read-generic.js';

/** Gateways repeat within minutes; people say the same again later. */
const repeatMs = 10 * 60_000;

@ApiExcludeController()
@Controller('gateways/generic-sms/:token')
export class GenericSmsController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly inbox: Inbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Anyone()
  async get(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('generic-sms', token, request, reply, (gateway, call) => this.answer(gateway, call));
  }

  @Post()
  @Anyone()
  async post(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('generic-sms', token, request, reply, (gateway, call) => this.answer(gateway, call));
  }

  private async answer(gateway: OpenGateway, call: Call): Promise<Answer> {
    const { settings } = gateway;
    const fields = call.method === 'GET' ? call.query : { ...call.query, ...call.body.fields() };
    if (!isAllowed(settings, fields, call)) return wrongSignature('The secret is not the one set here.');
    const names = namesOf(settings);
    const message = readGeneric(fields, names);
    if (message === null) throw invalidInput([{ pointer: `/${names.from}`, detail: 'is needed' }]);
    const { text, id, sentAt } = message;
    const { address, reporter } = phoneNumber(message.from, settings['country']);
    // Without an id of its own, the same words at the same time are the same message; without a time, within minutes.
    const at = sentAt?.getTime() ?? Math.floor(this.clock.now().getTime() / repeatMs);
    const externalId = id === '' ? derivedId(address, text, at) : id;
    const { kind } = await this.inbox.receive(gateway, { externalId, address, reporter, text, sentAt });
    const body = textOf(settings['answerBody']) || 'OK';
    return { status: Number(settings['answerStatus'] ?? 200), type: typeOf(body), body, outcome: kind };
  }
}

function isAllowed(settings: OpenGateway['settings'], fields: unknown, { headers }: Call): boolean {
  if (textOf(settings['secret']) === '') return true;
  const name = textOf(settings['secretName']);
  const given = settings['secretIn'] === 'header' ? headers[name.toLowerCase()] : fieldOf(fields, name);
  return isSameSecret(given, settings['secret']);
}

const namesOf = (settings: OpenGateway['settings']): FieldNames => ({
  from: textOf(settings['fromField']),
  text: textOf(settings['textField']),
  id: textOf(settings['idField']),
  time: textOf(settings['timeField']),
  timeFormat: timeFormats.find((format) => format === settings['timeFormat']) ?? 'iso',
});

/** JSON is an object here: the log reads the fields of what calls itself so. */
function typeOf(body: string): string {
  if (body.startsWith('<')) return 'text/xml; charset=utf-8';
  return objectOf(body) !== null ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8';
}
