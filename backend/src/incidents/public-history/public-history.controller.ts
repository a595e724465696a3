/** The public history over HTTP: the same for everybody, whoever asks. */
import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PageQuery, type Page, type PublicHistoryItem } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { Anyone, byId, readPage, validated } from '../../platform/index.js';
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
    @Query() query: Record<string, unknown>,
  ): Promise<Page<PublicHistoryItem>> {
    const input = validated(PageQuery, query);
    const { history } = await this.reader.story(deployment, id);
    // Made as a whole: an item is found again by how many there are up to it, unless one before it was taken back meanwhile.
    const counted = history.map((item, before) => ({ item, id: String(before + 1) }));
    const { rows, next } = await readPage(
      input,
      ({ after, limit }) => Promise.resolve(counted.slice(Number(after?.id ?? 0)).slice(0, limit ?? undefined)),
      byId,
      'number',
    );
    return { items: rows.map(({ item }) => item), next };
  }
}
