import { Module } from '@nestjs/common';
import { WebPush } from './web-push.js';

@Module({ providers: [WebPush], exports: [WebPush] })
export class PushModule {}
