/** The public history over HTTP: the same for everybody, whoever asks. */
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PublicHistoryItem } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { Anyone } from '../../platform/index.js';
import { PublicHistoryReader } from './public-history-reader.js';

@ApiTags('incidents')
@Controller('api/v1/deployments/:deployment/incidents/:id/public-history')
export class PublicHistoryController {
  constructor(private readonly reader: PublicHistoryReader) {}

  /** Oldest first. */
  @Get()
  @Anyone()
  async list(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<{ items: PublicHistoryItem[] }> {
    return { items: (await this.reader.story(deployment, id)).history };
  }
}
