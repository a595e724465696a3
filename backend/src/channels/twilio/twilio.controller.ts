/** The addresses that Twilio calls, for messages and for news of those that went out. */
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayDoor } from '../../gateways/index.js';
import { Anyone } from '../../platform/index.js';
import { TwilioCalls } from './twilio-calls.js';
import { twilioSms, twilioWhatsApp } from './twilio-kinds.js';

@ApiExcludeController()
@Controller('gateways/twilio-sms/:token')
export class TwilioSmsController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly calls: TwilioCalls,
  ) {}

  /** Selectable at Twilio instead of POST. */
  @Get()
  @Anyone()
  async get(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.post(token, request, reply);
  }

  @Post()
  @Anyone()
  async post(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('twilio-sms', token, request, reply, (gateway, call) =>
      this.calls.take(twilioSms, gateway, call),
    );
  }

  @Post('status')
  @Anyone()
  async status(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.door.open('twilio-sms', token, request, reply, (gateway, call) => this.calls.status(gateway, call));
  }
}

@ApiExcludeController()
@Controller('gateways/twilio-whatsapp/:token')
export class TwilioWhatsAppController {
  constructor(
    private readonly door: GatewayDoor,
    private readonly calls: TwilioCalls,
  ) {}

  @Get()
  @Anyone()
  async get(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.post(token, request, reply);
  }

  @Post()
  @Anyone()
  async post(@Param('token') token: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.door.open('twilio-whatsapp', token, request, reply, (gateway, call) =>
      this.calls.take(twilioWhatsApp, gateway, call),
    );
  }

  @Post('status')
  @Anyone()
  async status(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.door.open('twilio-whatsapp', token, request, reply, (gateway, call) => this.calls.status(gateway, call));
  }
}
