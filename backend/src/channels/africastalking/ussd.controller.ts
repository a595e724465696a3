/**
 * The address that the menu's network calls at every step, and once more when a session ended. Words become a report as
 * soon as they are there, so that a session that breaks before its last step loses nothing; the place then completes it.
 */
import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Inbox } from '../../conversations/index.js';
import type { Deployment } from '../../deployments/index.js';
import { GatewayDoor, phoneNumber, textOf, type Answer, type Call, type OpenGateway } from '../../gateways/index.js';
import { Anyone, invalidInput } from '../../platform/index.js';
import { ussdStep, type UssdMenu, type UssdReport } from './ussd-step.js';

@ApiExcludeController()
@Controller('gateways/ussd/:token')
export class UssdController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly inbox: Inbox,
  ) {}

  @Post()
  @Anyone()
  async post(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('ussd', token, request, reply, (gateway, call) => this.answer(gateway, call));
  }

  private async answer(gateway: OpenGateway, { body }: Call): Promise<Answer> {
    const fields = body.fields();
    const [sessionId, phone] = [textOf(fields['sessionId']).trim(), textOf(fields['phoneNumber']).trim()];
    if (sessionId === '' || phone === '')
      throw invalidInput([{ pointer: '/sessionId', detail: 'is needed, with phoneNumber' }]);
    // The notice of a session's end names all that was entered otherwise.
    const isEnd = fields['text'] === undefined && fields['status'] !== undefined;
    const { screen, report } = ussdStep(textOf(fields[isEnd ? 'input' : 'text']), menuOf(gateway.deployment));
    const outcome = report === null ? 'menu' : await this.keep(gateway, sessionId, phone, report);
    return { status: 200, type: 'text/plain; charset=utf-8', body: isEnd ? '' : screen, outcome };
  }

  private async keep(gateway: OpenGateway, sessionId: string, phone: string, report: UssdReport): Promise<string> {
    const { address, reporter } = phoneNumber(phone, gateway.settings['country']);
    const { language, category, words: text, place } = report;
    const always = { address, reporter, language, isSilent: true };
    const first = await this.inbox.receive(gateway, {
      ...always,
      externalId: sessionId,
      text,
      category: category ?? undefined,
      isWhole: true,
    });
    if (place === null) return first.kind;
    const rest = { ...always, externalId: `${sessionId} place`, text: place, place, restOf: sessionId };
    return (await this.inbox.receive(gateway, rest)).kind;
  }
}

const menuOf = ({ name, languages, categories, policy }: Deployment): UssdMenu => ({
  title: name,
  languages,
  categories: categories.filter(({ parentId, archived }) => parentId === null && !archived),
  emergencyNumber: policy.emergencyNumber,
});
