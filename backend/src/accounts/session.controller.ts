/** Signing in and out, and one's own account. */
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangePassword, SignIn, type MembershipView, type SessionView, type UserView } from '@atesto/contract';
import { Anyone, Database, notSignedIn, SignedIn, validated } from '../platform/index.js';
import { membershipsOf, presentUser, setPassword, type UserRecord } from './accounts.queries.js';
import { hashPassword } from './passwords.js';
import { permissionsOf } from './roles.js';
import { Sessions } from './sessions.js';
import { CheckCredentials } from './sign-in.js';

@ApiTags('accounts')
@Controller('api/v1')
export class SessionController {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly credentials: CheckCredentials,
  ) {}

  @Post('session')
  @Anyone()
  @HttpCode(200)
  async signIn(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ user: UserView }> {
    const { email, password } = validated(SignIn, body);
    const user = await this.credentials.check(email, password, request.ip);
    await this.sessions.begin(reply, user.id);
    return { user: presentUser(user) };
  }

  @Get('session')
  @Anyone()
  async show(@Req() request: FastifyRequest): Promise<SessionView> {
    const user = await this.user(request);
    return { user: presentUser(user), memberships: await this.memberships(user) };
  }

  @Delete('session')
  @SignedIn()
  @HttpCode(204)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(request, reply);
  }

  /** Other sessions of the person end with the old password. */
  @Patch('account/password')
  @SignedIn()
  @HttpCode(204)
  async changePassword(@Body() body: unknown, @Req() request: FastifyRequest): Promise<void> {
    const { current, next } = validated(ChangePassword, body);
    const user = await this.user(request);
    await this.credentials.check(user.email, current, request.ip);
    await setPassword(this.database, user.id, await hashPassword(next));
    await this.sessions.endOthers(request, user.id);
  }

  private async user(request: FastifyRequest): Promise<UserRecord> {
    const user = await this.sessions.userOf(request.headers.cookie);
    if (user === null) throw notSignedIn();
    return user;
  }

  private async memberships(user: UserRecord): Promise<MembershipView[]> {
    const records = await membershipsOf(this.database, user.id);
    return records.flatMap(({ slug, name, exercise, role }) => {
      const held = user.is_admin ? 'admin' : role;
      return held === null
        ? []
        : [{ deployment: { slug, name, exercise }, role: held, permissions: [...permissionsOf(held)] }];
    });
  }
}
