/** Members of a deployment, organisations, and keys for programs. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import {
  NewApiKey,
  NewMember,
  NewOrganisation,
  PatchMember,
  type ApiKeyView,
  type MemberView,
  type MembersView,
  type OrganisationView,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import {
  actorOf,
  appendJournal,
  By,
  Database,
  Needs,
  notAllowed,
  notFound,
  SignedIn,
  validated,
  type Access,
} from '../platform/index.js';
import {
  coordinatesSomewhere,
  administrators,
  deleteApiKey,
  insertApiKey,
  insertOrganisation,
  listApiKeys,
  listOrganisations,
  membersOf,
} from './accounts.queries.js';
import { Members, presentMember } from './members.js';
import { apiKeyPrefix, hashOfSecret } from './who-asks.js';

@ApiTags('accounts')
@Controller('api/v1')
export class PeopleController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
  ) {}

  @Get('deployments/:deployment/members')
  @Needs('reports.read')
  async list(@InDeployment() { id }: Deployment): Promise<MembersView> {
    const items = (await membersOf(this.database, id)).map(presentMember);
    return { items, administrators: await administrators(this.database) };
  }

  @Post('deployments/:deployment/members')
  @Needs('members.edit')
  @HttpCode(201)
  add(@InDeployment() { id }: Deployment, @Body() body: unknown, @By() by: Access): Promise<MemberView> {
    return this.members.add(id, validated(NewMember, body), actorOf(by));
  }

  @Patch('deployments/:deployment/members/:user')
  @Needs('members.edit')
  change(
    @InDeployment() { id }: Deployment,
    @Param('user', ParseUUIDPipe) user: string,
    @Body() body: unknown,
    @By() by: Access,
  ): Promise<MemberView> {
    return this.members.change(id, user, validated(PatchMember, body), actorOf(by));
  }

  @Delete('deployments/:deployment/members/:user')
  @Needs('members.edit')
  @HttpCode(204)
  remove(
    @InDeployment() { id }: Deployment,
    @Param('user', ParseUUIDPipe) user: string,
    @By() by: Access,
  ): Promise<void> {
    return this.members.remove(id, user, actorOf(by));
  }

  @Get('organisations')
  @SignedIn()
  async organisations(): Promise<{ items: OrganisationView[] }> {
    return { items: await listOrganisations(this.database) };
  }

  /** Administrators, and coordinators of any deployment, may name a new one; the name must not be there yet (409). */
  @Post('organisations')
  @SignedIn()
  @HttpCode(201)
  async addOrganisation(@Body() body: unknown, @By() by: Access): Promise<OrganisationView> {
    const { name } = validated(NewOrganisation, body);
    if (!by.isAdmin && !(await coordinatesSomewhere(this.database, actorOf(by)))) throw notAllowed();
    const id = uuidv7();
    await insertOrganisation(this.database, id, name);
    return { id, name };
  }

  @Get('deployments/:deployment/api-keys')
  @Needs('members.edit')
  async keys(@InDeployment() { id }: Deployment): Promise<{ items: ApiKeyView[] }> {
    return { items: await listApiKeys(this.database, id) };
  }

  /** A key cannot hold more than the person who makes it. */
  @Post('deployments/:deployment/api-keys')
  @Needs('members.edit')
  @HttpCode(201)
  async addKey(@InDeployment() { id }: Deployment, @Body() body: unknown, @By() by: Access): Promise<ApiKeyView> {
    const { name, scopes } = validated(NewApiKey, body);
    if (scopes.some((scope) => !by.permissions.has(scope))) throw notAllowed('A key cannot hold more than you do.');
    const secret = apiKeyPrefix + randomBytes(32).toString('base64url');
    const key = {
      deploymentId: id,
      id: uuidv7(),
      name,
      scopes,
      secretHash: hashOfSecret(secret),
      createdBy: actorOf(by),
    };
    await this.database.transaction(async (tx) => {
      await insertApiKey(tx, key);
      const entry = { deploymentId: id, kind: 'api_key.created', subjectId: key.id, data: { name, scopes } } as const;
      await appendJournal(tx, [{ ...entry, actorId: actorOf(by) }]);
    });
    return { id: key.id, name, scopes, createdAt: new Date().toISOString(), lastUsedAt: null, secret };
  }

  @Delete('deployments/:deployment/api-keys/:key')
  @Needs('members.edit')
  @HttpCode(204)
  async revokeKey(
    @InDeployment() { id }: Deployment,
    @Param('key', ParseUUIDPipe) key: string,
    @By() by: Access,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await deleteApiKey(tx, id, key))) throw notFound('API key');
      await appendJournal(tx, [{ deploymentId: id, kind: 'api_key.revoked', subjectId: key, actorId: actorOf(by) }]);
    });
  }
}
