/** Members of a deployment, and organisations. */
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { uuidv7 } from 'uuidv7';
import {
  NewMember,
  NewOrganisation,
  PageQuery,
  PatchMember,
  type MemberView,
  type MembersView,
  type OrganisationView,
  type Page,
} from '@atesto/contract';
import { Deployment, InDeployment } from '../deployments/index.js';
import {
  actorOf,
  By,
  Database,
  Needs,
  notAllowed,
  readPage,
  SignedIn,
  validated,
  type Access,
} from '../platform/index.js';
import {
  coordinatesSomewhere,
  administrators,
  insertOrganisation,
  listOrganisations,
  membersOf,
} from './accounts.queries.js';
import { Members, presentMember } from './members.js';

@ApiTags('accounts')
@Controller('api/v1')
export class PeopleController {
  constructor(
    private readonly database: Database,
    private readonly members: Members,
  ) {}

  @Get('deployments/:deployment/members')
  @Needs('reports.read')
  async list(@InDeployment() { id }: Deployment, @Query() query: Record<string, unknown>): Promise<MembersView> {
    const { rows, next } = await readPage(validated(PageQuery, query), (slice) =>
      membersOf(this.database, id, null, slice),
    );
    return { items: rows.map(presentMember), next, administrators: await administrators(this.database) };
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
  async organisations(@Query() query: Record<string, unknown>): Promise<Page<OrganisationView>> {
    const page = await readPage(validated(PageQuery, query), (slice) => listOrganisations(this.database, slice));
    return { items: page.rows, next: page.next };
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
}
