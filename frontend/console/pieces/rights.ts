/** What the signed-in person may do in a deployment. The server decides; this only spares people dead buttons. */
import type { Permission, SessionView } from '@atesto/contract';
import { slugOf } from '../actions/context.js';
import type { ConsoleState } from '../store/state.js';

export const may = (session: SessionView | null, slug: string | null, permission: Permission): boolean => {
  if (session === null) return false;
  const membership = session.memberships.find((one) => one.deployment.slug === slug);
  return membership?.permissions.includes(permission) ?? session.user.admin;
};

export const mayHere =
  (permission: Permission) =>
  (state: ConsoleState): boolean =>
    may(state.session.view, slugOf(state.address), permission);
