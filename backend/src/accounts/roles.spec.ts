import { describe, expect, it } from '@jest/globals';
import { permissions, type Permission, type Role } from '@atesto/contract';
import { permissionsOf } from './roles.js';

const roles: Role[] = ['viewer', 'responder', 'coordinator', 'admin'];
/** Who holds what, written down a second time; the letters are those of the roles. */
const table: Record<Permission, string> = {
  'reports.read': 'vrca',
  'incidents.read': 'vrca',
  'reports.triage': 'rca',
  'reporters.read': 'rca',
  'exports.read': 'ca',
  'imports.run': 'ca',
  'deployment.edit': 'ca',
  'areas.edit': 'ca',
  'alerts.send': 'rca',
  'members.edit': 'ca',
};

describe('roles', () => {
  it.each(roles)('%s may what the table says', (role) => {
    const expected = permissions.filter((permission) => table[permission].includes(role[0] ?? ''));
    expect([...permissionsOf(role)].sort()).toEqual([...expected].sort());
  });

  it('hold each permission once', () => {
    for (const role of roles) expect(new Set(permissionsOf(role)).size).toBe(permissionsOf(role).length);
  });
});
