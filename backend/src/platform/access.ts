/**
 * Who asks, and what a route demands of them. A route says its rule by decorator; the guard that holds it to it lives
 * with the accounts. A route without a rule is refused, so that none is open by oversight.
 */
import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { Permission } from '@atesto/contract';
import type { FastifyRequest } from 'fastify';

export interface Access {
  /** Null for citizens. A program with an API key acts for the person who made it. */
  userId: string | null;
  name: string | null;
  isAdmin: boolean;
  permissions: ReadonlySet<Permission>;
  /** Of a program: the key that it asks with, and how often it may. */
  key?: { id: string; deploymentId: string; perMinute: number };
}

export const nobody: Access = { userId: null, name: null, isAdmin: false, permissions: new Set() };

export type AccessRule =
  { kind: 'anyone' } | { kind: 'signed-in' } | { kind: 'admin' } | { kind: 'permission'; permission: Permission };

export const ACCESS_RULE = Symbol('access rule');

/** Open to everyone, citizens included. */
export const Anyone = (): CustomDecorator<symbol> => SetMetadata(ACCESS_RULE, { kind: 'anyone' } satisfies AccessRule);

/** Any person with an account. */
export const SignedIn = (): CustomDecorator<symbol> =>
  SetMetadata(ACCESS_RULE, { kind: 'signed-in' } satisfies AccessRule);

/** Administrators of the installation. */
export const AdminOnly = (): CustomDecorator<symbol> =>
  SetMetadata(ACCESS_RULE, { kind: 'admin' } satisfies AccessRule);

/** Whoever holds the permission in the deployment that the path names. */
export const Needs = (permission: Permission): CustomDecorator<symbol> =>
  SetMetadata(ACCESS_RULE, { kind: 'permission', permission } satisfies AccessRule);

export interface AccessedRequest extends FastifyRequest {
  access?: Access;
}

/** The caller, as a controller's parameter. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Access => {
  return context.switchToHttp().getRequest<AccessedRequest>().access ?? nobody;
});

/** The id of the person who acts. Programs with an API key act for the person who made it. */
export function actorOf(access: Access): string {
  if (access.userId === null) throw new Error('This action needs a person.');
  return access.userId;
}
