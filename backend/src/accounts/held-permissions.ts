/** What a person may do in a deployment today: for what acts for them later, such as an address that they opened. */
import type { Permission } from '@atesto/contract';
import type { Sql } from '../platform/index.js';
import { heldRole } from './accounts.queries.js';
import { permissionsOf } from './roles.js';

export async function heldPermissions(sql: Sql, deploymentId: string, userId: string): Promise<Set<Permission>> {
  const role = await heldRole(sql, deploymentId, userId);
  return new Set(role === null ? [] : permissionsOf(role));
}
