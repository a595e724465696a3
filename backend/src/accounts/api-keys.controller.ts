/** Keys for programs over HTTP. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NewApiKey, PatchApiKey, type ApiKeyView } from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import { By, Needs, validated, type Access } from '../platform/index.js';
import { KeepApiKeys } from './keep-api-keys.js';

@ApiTags('accounts')
@Controller('api/v1/deployments/:deployment/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: KeepApiKeys) {}

  @Get()
  @Needs('members.edit')
  async list(@InDeployment() { id }: Deployment): Promise<{ items: ApiKeyView[] }> {
    return { items: await this.keys.list(id) };
  }

  /** A key cannot hold more than the person who makes it. */
  @Post()
  @Needs('members.edit')
  @HttpCode(201)
  add(@InDeployment() { id }: Deployment, @Body() body: unknown, @By() by: Access): Promise<ApiKeyView> {
    return this.keys.add(id, validated(NewApiKey, body), by);
  }

  @Patch(':key')
  @Needs('members.edit')
  change(
    @InDeployment() { id }: Deployment,
    @Param('key', ParseUUIDPipe) key: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<ApiKeyView> {
    return this.keys.change(id, key, validated(PatchApiKey, body), by);
  }

  @Delete(':key')
  @Needs('members.edit')
  @HttpCode(204)
  revoke(
    @InDeployment() { id }: Deployment,
    @Param('key', ParseUUIDPipe) key: string,
    @By() by: Access,
  ): Promise<void> {
    return this.keys.revoke(id, key, by);
  }
}
