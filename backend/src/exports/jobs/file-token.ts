/** The secret in the address of a file: made from the ids of its job, so it need not be stored. */
import { timingSafeEqual } from 'node:crypto';
import type { Keys } from '../../platform/index.js';

const purpose = 'export file';
const idBytes = 16;
const tagBytes = 16;

const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const tagOf = (keys: Pick<Keys, 'tagOf'>, ids: Buffer): Buffer =>
  keys.tagOf(purpose, ids.toString('hex')).subarray(0, tagBytes);

export function writeFileToken(keys: Pick<Keys, 'tagOf'>, deploymentId: string, jobId: string): string {
  const ids = Buffer.concat([bytesOf(deploymentId), bytesOf(jobId)]);
  return Buffer.concat([ids, tagOf(keys, ids)]).toString('base64url');
}

/** Null for what this installation did not write. */
export function readFileToken(
  keys: Pick<Keys, 'tagOf'>,
  token: string,
): { deploymentId: string; jobId: string } | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== 2 * idBytes + tagBytes) return null;
  const ids = bytes.subarray(0, 2 * idBytes);
  if (!timingSafeEqual(bytes.subarray(2 * idBytes), tagOf(keys, ids))) return null;
  return { deploymentId: idOf(ids.subarray(0, idBytes)), jobId: idOf(ids.subarray(idBytes)) };
}
