/** The addresses that other servers call. Everybody may knock; the signature decides. */
import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { rawBodyOf } from '../gateways/index.js';
import { Anyone } from '../platform/index.js';
import { SharingDoor } from './sharing-door.js';

@ApiExcludeController()
@Controller('sharing/:deployment')
@Anyone()
export class SharingDoorController {
  constructor(private readonly door: SharingDoor) {}

  @Post('handshake')
  @HttpCode(200)
  handshake(@Param('deployment') slug: string, @Req() request: FastifyRequest): ReturnType<SharingDoor['hear']> {
    return this.door.hear(slug, 'handshake', rawBodyOf(request).bytes, request.headers);
  }

  @Post('messages')
  @HttpCode(200)
  messages(@Param('deployment') slug: string, @Req() request: FastifyRequest): ReturnType<SharingDoor['hear']> {
    return this.door.hear(slug, 'messages', rawBodyOf(request).bytes, request.headers);
  }
}
