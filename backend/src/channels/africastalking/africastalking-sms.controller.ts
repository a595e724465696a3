/** The address that Africa's Talking calls about text messages. */
import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Inbox, NoteDelivery } from '../../conversations/index.js';
import { GatewayDoor, phoneNumber, type Answer, type Call, type OpenGateway } from '../../gateways/index.js';
import { Anyone, derivedId, invalidInput } from '../../platform/index.js';
import { readSmsNews, type SmsNews } from './read-africastalking.js';

const repeatMs = 10 * 60_000;

@ApiExcludeController()
@Controller('gateways/africastalking-sms/:token')
export class AfricasTalkingSmsController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly inbox: Inbox,
    private readonly noteDelivery: NoteDelivery,
  ) {}

  @Post()
  @Anyone()
  async post(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('africastalking-sms', token, request, reply, (gateway, call) => this.answer(gateway, call));
  }

  private async answer(gateway: OpenGateway, { body }: Call): Promise<Answer> {
    const news = readSmsNews(body.fields());
    if (news === null) throw invalidInput([{ pointer: '/from', detail: 'is needed, with text; or id with status' }]);
    return { status: 200, type: 'text/plain; charset=utf-8', body: 'OK', outcome: await this.take(gateway, news) };
  }

  private async take(gateway: OpenGateway, news: SmsNews): Promise<string> {
    if (news.kind === 'delivery') {
      const { id: providerId, state: delivery, detail } = news;
      await this.noteDelivery.note(gateway, { providerId }, { delivery, detail, at: new Date() });
      return 'delivery';
    }
    const from = phoneNumber(news.from, gateway.settings['country']);
    const { kind } = await this.inbox.receive(gateway, {
      address: from.address,
      reporter: from.reporter,
      ...(news.kind === 'opt-out'
        ? { externalId: derivedId(from.address, 'opt-out', Date.now()), text: 'STOP', isStopAnswered: true }
        : {
            // Without an id of its own, the same words at the same time are the same message; without one, within minutes.
            externalId:
              news.id === ''
                ? derivedId(from.address, news.text, news.sentAt?.getTime() ?? Math.floor(Date.now() / repeatMs))
                : news.id,
            text: news.text,
            sentAt: news.sentAt,
          }),
    });
    return kind;
  }
}
