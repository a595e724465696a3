/** Exercises over HTTP: what is replayed into one, and what came of it. */
import { Body, Controller, Get, HttpCode, Inject, Patch, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeReplay, StartReplay, type DeploymentSummary, type ExerciseView } from '@atesto/contract';
import { WhoAsks } from '../../accounts/index.js';
import { Deployment, DeploymentCatalogue, InDeployment, listDeployments } from '../../deployments/index.js';
import {
  actorOf,
  By,
  CLOCK,
  Database,
  invalidInput,
  Needs,
  validated,
  type Access,
  type AccessedRequest,
  type Clock,
} from '../../platform/index.js';
import { debriefOf } from './debrief.queries.js';
import { presentReplay } from './replay.presenter.js';
import { replayOf } from './replays.queries.js';
import { refuseReal, RunReplay } from './run-replay.js';

@ApiTags('exercises')
@Controller('api/v1/deployments/:deployment/exercise')
@Needs('deployment.edit')
export class ExerciseController {
  constructor(
    private readonly database: Database,
    private readonly whoAsks: WhoAsks,
    private readonly catalogue: DeploymentCatalogue,
    private readonly runReplay: RunReplay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async show(@InDeployment() deployment: Deployment, @Req() request: AccessedRequest): Promise<ExerciseView> {
    refuseReal(deployment);
    return this.view(deployment, request);
  }

  @Post('replay')
  @HttpCode(200)
  async start(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
    @Req() request: AccessedRequest,
  ): Promise<ExerciseView> {
    const input = validated(StartReplay, body);
    const source = input.source === 'deployment' ? await this.source(input.deployment ?? '', request) : null;
    await this.runReplay.start(deployment, source, input, actorOf(by));
    return this.view(deployment, request);
  }

  @Patch('replay')
  async change(
    @InDeployment() deployment: Deployment,
    @Body() body: unknown,
    @By() by: Access,
    @Req() request: AccessedRequest,
  ): Promise<ExerciseView> {
    await this.runReplay.change(deployment, validated(ChangeReplay, body), actorOf(by));
    return this.view(deployment, request);
  }

  private async view(deployment: Deployment, request: AccessedRequest): Promise<ExerciseView> {
    const replay = await replayOf(this.database, deployment.id);
    return {
      replay: replay === null ? null : presentReplay(replay, this.clock.now()),
      debrief: replay === null ? null : await debriefOf(this.database, deployment.id, replay.started_at),
      sources: await this.sources(deployment, request),
    };
  }

  private async sources(deployment: Deployment, request: AccessedRequest): Promise<DeploymentSummary[]> {
    const all = (await listDeployments(this.database)).filter(({ slug }) => slug !== deployment.slug);
    const mayRead = await Promise.all(all.map(({ slug }) => this.mayRead(slug, request)));
    return all.filter((_, index) => mayRead[index]);
  }

  /** @throws Problem 422 for one that is not there or not the caller's to read, with the same words */
  private async source(slug: string, request: AccessedRequest): Promise<Deployment> {
    const known = (await listDeployments(this.database)).some((one) => one.slug === slug);
    if (known && (await this.mayRead(slug, request))) return this.catalogue.named(slug);
    throw invalidInput([{ pointer: '/deployment', detail: 'is no deployment whose reports you may read' }]);
  }

  private async mayRead(slug: string, { headers }: AccessedRequest): Promise<boolean> {
    const { cookie, authorization } = headers;
    const { id } = await this.catalogue.named(slug);
    return (await this.whoAsks.access({ cookie, authorization }, id)).permissions.has('reports.read');
  }
}
