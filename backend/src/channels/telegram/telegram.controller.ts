/** The address that Telegram calls with what people write to the bot. */
import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Inbox } from '../../conversations/index.js';
import {
  GatewayDoor,
  isSameSecret,
  wrongSignature,
  type Answer,
  type Call,
  type OpenGateway,
} from '../../gateways/index.js';
import { Anyone, invalidInput } from '../../platform/index.js';
import { readTelegram } from './read-telegram.js';
import { TelegramAdapter } from './telegram.adapter.js';
import { telegramTextsIn } from './texts/index.js';

@ApiExcludeController()
@Controller('gateways/telegram/:token')
export class TelegramController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly inbox: Inbox,
    private readonly adapter: TelegramAdapter,
  ) {}

  @Post()
  @Anyone()
  async post(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('telegram', token, request, reply, (gateway, call) => this.answer(gateway, call));
  }

  private async answer(gateway: OpenGateway, { headers, body }: Call): Promise<Answer> {
    if (!isSameSecret(headers['x-telegram-bot-api-secret-token'], this.adapter.secretOf(gateway)))
      return wrongSignature('The secret in the header is not the bot’s.');
    const update = body.json();
    if (update === null || Array.isArray(update)) throw invalidInput([{ pointer: '', detail: 'must be an update' }]);
    const read = readTelegram(update);
    if (read.kind === 'passed-over') return { status: 200, outcome: read.kind };
    const { kind } = await this.inbox.receive(gateway, read.message);
    if (read.kind === 'greet' && kind === 'started') return greeting(gateway, read.chatId, read.language);
    return { status: 200, outcome: kind };
  }
}

/** Said in the answer itself, without a call of ours. */
function greeting({ deployment }: OpenGateway, chatId: number, language: string | undefined): Answer {
  const texts = telegramTextsIn(language, ...deployment.languages);
  const { emergencyNumber } = deployment.policy;
  const text = [
    texts.greeting(deployment.name),
    ...(emergencyNumber === null ? [] : [texts.emergency(emergencyNumber)]),
  ];
  const body = JSON.stringify({ method: 'sendMessage', chat_id: chatId, text: text.join('\n\n') });
  return { status: 200, type: 'application/json; charset=utf-8', body, outcome: 'greeted' };
}
