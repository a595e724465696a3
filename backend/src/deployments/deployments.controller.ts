/** Deployments over HTTP. */
import { Body, Controller, Get, Headers, HttpCode, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  NewDeployment,
  PatchDeployment,
  PutCategories,
  type DeploymentSummary,
  type DeploymentView,
} from '@atesto/contract';
import {
  actorOf,
  AdminOnly,
  Anyone,
  By,
  Database,
  ifMatch,
  JournalFeed,
  Needs,
  validated,
  type Access,
} from '../platform/index.js';
import { ChangeDeployment } from './change-deployment.js';
import { CreateDeployment } from './create-deployment.js';
import { Deployment } from './deployment.js';
import { presentDeployment } from './deployments.presenter.js';
import { listDeployments } from './deployments.queries.js';
import { InDeployment } from './in-deployment.js';
import { PutCategoriesAction } from './put-categories.js';

@ApiTags('deployments')
@Controller('api/v1/deployments')
export class DeploymentsController {
  constructor(
    private readonly database: Database,
    private readonly createDeployment: CreateDeployment,
    private readonly changeDeployment: ChangeDeployment,
    private readonly putCategories: PutCategoriesAction,
    private readonly feed: JournalFeed,
  ) {}

  @Get()
  @Anyone()
  async list(): Promise<{ items: DeploymentSummary[] }> {
    return { items: await listDeployments(this.database) };
  }

  @Post()
  @AdminOnly()
  @HttpCode(201)
  async create(@Body() body: unknown, @By() by: Access): Promise<DeploymentView> {
    return presentDeployment(await this.createDeployment.create(validated(NewDeployment, body), actorOf(by)));
  }

  @Get(':deployment')
  @Anyone()
  async show(
    @InDeployment() deployment: Deployment,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeploymentView> {
    return { ...answer(reply, deployment), cursor: await this.feed.position() };
  }

  @Patch(':deployment')
  @Needs('deployment.edit')
  async change(
    @InDeployment() deployment: Deployment,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeploymentView> {
    const patch = validated(PatchDeployment, body);
    return answer(reply, await this.changeDeployment.change(deployment, ifMatch(version), patch, actorOf(by)));
  }

  @Put(':deployment/categories')
  @Needs('deployment.edit')
  async categories(
    @InDeployment() deployment: Deployment,
    @Headers('if-match') version: string | undefined,
    @Body() body: unknown,
    @By() by: Access,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeploymentView> {
    const { items } = validated(PutCategories, body);
    return answer(reply, await this.putCategories.put(deployment, ifMatch(version), items, actorOf(by)));
  }
}

function answer(reply: FastifyReply, deployment: Deployment): DeploymentView {
  void reply.header('etag', `"${deployment.version}"`);
  return presentDeployment(deployment);
}
