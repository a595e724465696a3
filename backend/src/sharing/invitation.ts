/** The code that one coordinator hands to another: where to knock, by which key we answer, and a secret that counts once. Pure. */
import { createHash } from 'node:crypto';

export interface Invitation {
  installation: string;
  deployment: string;
  deploymentName: string;
  key: string;
  partner: string;
  secret: string;
}

const prefix = 'atesto-share-';
const origin = /^https?:\/\/[^\s/?#@]{1,280}$/;
const slug = /^[a-z0-9][a-z0-9-]{0,99}$/;
const names = ['installation', 'deployment', 'deploymentName', 'key', 'partner', 'secret'] as const;

export const writeInvitation = (invitation: Invitation): string =>
  prefix + Buffer.from(JSON.stringify(names.map((name) => invitation[name]))).toString('base64url');

/** Null for what is none. */
export function readInvitation(code: string): Invitation | null {
  const text = code.trim();
  if (!text.startsWith(prefix)) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(text.slice(prefix.length), 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== names.length) return null;
    if (!parts.every((part): part is string => typeof part === 'string' && part.length > 0)) return null;
    const read = Object.fromEntries(names.map((name, at) => [name, parts[at]])) as unknown as Invitation;
    const isSound = origin.test(read.installation) && slug.test(read.deployment);
    return isSound ? read : null;
  } catch {
    return null;
  }
}

export const hashOfInvitation = (secret: string): Buffer => createHash('sha256').update(secret).digest();
