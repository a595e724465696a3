/** The addresses that Twilio calls while somebody speaks with us, and after. */
import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayDoor, type Answer, type Call, type OpenGateway } from '../../../gateways/index.js';
import { Anyone } from '../../../platform/index.js';
import { VoiceCalls } from './voice-calls.js';

@ApiExcludeController()
@Controller('gateways/twilio-voice/:token')
export class VoiceController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly calls: VoiceCalls,
  ) {}

  @Post()
  @Anyone()
  async step(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.open(token, request, reply, (gateway, call) => this.calls.step(gateway, call));
  }

  @Post('recording')
  @Anyone()
  async recording(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, request, reply, (gateway, call) => this.calls.recording(gateway, call));
  }

  @Post('status')
  @Anyone()
  async status(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.open(token, request, reply, (gateway, call) => this.calls.status(gateway, call));
  }

  private open(
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (gateway: OpenGateway, call: Call) => Promise<Answer>,
  ): Promise<void> {
    return this.door.open('twilio-voice', token, request, reply, work);
  }
}
