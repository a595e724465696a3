/** Evidence over HTTP. Each call answers with the list as it is afterwards, from its beginning. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NewEvidence, PageQuery, type EvidenceList } from '@atesto/contract';
import { Deployment, InDeployment } from '../../deployments/index.js';
import { actorOf, By, Needs, validated, type Access } from '../../platform/index.js';
import { EvidenceReader } from './evidence-reader.js';
import { GiveEvidence } from './give-evidence.js';

@ApiTags('incidents')
@Controller('api/v1/deployments/:deployment/incidents/:id/evidence')
export class EvidenceController {
  constructor(
    private readonly reader: EvidenceReader,
    private readonly giveEvidence: GiveEvidence,
  ) {}

  @Get()
  @Needs('reports.read')
  list(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: Record<string, unknown>,
    @By() by: Access,
  ): Promise<EvidenceList> {
    return this.reader.of(deployment, id, by, validated(PageQuery, query));
  }

  @Post()
  @Needs('reports.triage')
  @HttpCode(201)
  async give(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<EvidenceList> {
    await this.giveEvidence.give(deployment.id, id.toLowerCase(), validated(NewEvidence, body), actorOf(by));
    return this.reader.of(deployment, id, by);
  }

  @Delete(':evidence')
  @Needs('reports.triage')
  @HttpCode(200)
  async withdraw(
    @InDeployment() deployment: Deployment,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('evidence', ParseUUIDPipe) evidence: string,
    @By() by: Access,
  ): Promise<EvidenceList> {
    await this.giveEvidence.withdraw(deployment.id, id, evidence, actorOf(by));
    return this.reader.of(deployment, id, by);
  }
}
