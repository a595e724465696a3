/** Reads what a client says it looks at. Sockets bring anything, so everything is checked. Pure. */
import type { Looking } from '@atesto/contract';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Undefined for what says nothing. */
export function readLooking(input: unknown): Looking | null | undefined {
  if (input === null) return null;
  if (typeof input !== 'object') return undefined;
  const { kind, id } = input as Record<string, unknown>;
  if ((kind !== 'report' && kind !== 'incident') || typeof id !== 'string' || !uuid.test(id)) return undefined;
  return { kind, id: id.toLowerCase() };
}
