/** What each role may do in a deployment: one table, and nothing else decides it. */
import { permissions, type Permission, type Role } from '@atesto/contract';

const viewer: Permission[] = ['reports.read', 'incidents.read'];
const responder: Permission[] = [...viewer, 'reports.triage', 'reporters.read', 'alerts.send'];
const coordinator: Permission[] = [
  ...responder,
  'exports.read',
  'imports.run',
  'deployment.edit',
  'areas.edit',
  'members.edit',
];

const permissionsByRole: Record<Role, readonly Permission[]> = {
  viewer,
  responder,
  coordinator,
  admin: permissions,
};

export function permissionsOf(role: Role): readonly Permission[] {
  return permissionsByRole[role];
}
