/** An id made from what it stands for, so that the same thing sent again has the same one. Pure. */
import { createHash } from 'node:crypto';

/** A UUID of version 8 (RFC 9562) from the SHA-256 of the parts. */
export function derivedId(...parts: readonly unknown[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
