/** Holds each route to its rule, and looks up the deployment that the path names. */
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { DeploymentCatalogue, type DeploymentRequest } from '../deployments/index.js';
import {
  ACCESS_RULE,
  CLOCK,
  nobody,
  notAllowed,
  notSignedIn,
  tooManyRequests,
  unknownKey,
  type Access,
  type AccessRule,
  type Clock,
} from '../platform/index.js';
import { KeyLimits, limitHeaders } from './key-limits.js';
import { KeyUsage } from './key-usage.js';
import { apiKeyPrefix, unknownToken, WhoAsks } from './who-asks.js';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

@Injectable()
export class AccessGuard implements CanActivate {
  private readonly limits = new KeyLimits();

  constructor(
    private readonly reflector: Reflector,
    private readonly catalogue: DeploymentCatalogue,
    private readonly whoAsks: WhoAsks,
    private readonly usage: KeyUsage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<DeploymentRequest | undefined>();
    // Sockets say who they are when they ask to watch.
    if (context.getType() !== 'http' || request === undefined) return true;
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, [
      context.getHandler(),
      context.getClass(),
    ]);
    const slug = (request.params as { deployment?: string } | undefined)?.deployment;
    if (slug !== undefined) request.deployment = await this.catalogue.named(slug);
    request.access = await this.accessOf(request);
    this.limit(request.access, http.getResponse<FastifyReply>());
    refuse(rule, request.access);
    return true;
  }

  /** @throws Problem 429 for a key that asks more often than it may */
  private limit({ key }: Access, reply: FastifyReply): void {
    if (key === undefined) return;
    const taken = this.limits.take(key.id, key.perMinute, this.clock.now().getTime());
    void reply.headers(limitHeaders(key.perMinute, taken));
    if (!taken.isAllowed) throw tooManyRequests(taken.resetSeconds);
    this.usage.note(key.deploymentId, key.id);
  }

  private async accessOf(request: DeploymentRequest): Promise<Access> {
    const { cookie, authorization } = request.headers;
    if (cookie === undefined && authorization === undefined) return nobody;
    const access = await this.whoAsks.access({ cookie, authorization }, request.deployment?.id ?? null);
    // Providers send tokens of their own along with what they bring.
    const isOurs = readingMethods.has(request.method) || authorization?.startsWith(`Bearer ${apiKeyPrefix}`) === true;
    if (access === unknownToken && isOurs) throw unknownKey();
    if (access.userId === null || authorization !== undefined || readingMethods.has(request.method)) return access;
    if (!this.whoAsks.isFromOurPages(request.headers)) throw notAllowed('This request came from another site.');
    return access;
  }
}

function refuse(rule: AccessRule | undefined, access: Access): void {
  if (rule === undefined) throw new Error('This route says no access rule.');
  if (rule.kind === 'anyone') return;
  const isKnown = access.userId !== null || access.isAdmin;
  if (!isKnown) throw notSignedIn();
  if (rule.kind === 'admin' && !access.isAdmin) throw notAllowed();
  if (rule.kind === 'permission' && !access.permissions.has(rule.permission)) throw notAllowed();
}
