/** Suggestions over HTTP, and the lists of words behind them. */
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PutWords, type SuggestionsView, type WordsView } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { actorOf, By, ifMatch, Needs, validated, type Access } from '../platform/index.js';
import { PutWordsAction } from './put-words.js';
import { SuggestForReport } from './suggest-for-report.js';

@ApiTags('suggestions')
@Controller('api/v1/deployments/:deployment')
export class SuggestionsController {
  constructor(
    private readonly suggestForReport: SuggestForReport,
    private readonly putWords: PutWordsAction,
  ) {}

  @Get('reports/:id/suggestions')
  @Needs('reports.read')
  async suggestions(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SuggestionsView> {
    return { items: await this.suggestForReport.suggest(deployment, id) };
  }

  @Get('words')
  @Needs('deployment.edit')
  words(@InDeployment() deployment: Deployment): Promise<WordsView> {
    return this.putWords.show(deployment);
  }

  @Put('words')
  @Needs('deployment.edit')
  change(
    @InDeployment() deployment: Deployment,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<WordsView> {
    return this.putWords.put(deployment, ifMatch(version), validated(PutWords, body).items, actorOf(by));
  }
}
