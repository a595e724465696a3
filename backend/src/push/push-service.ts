/**
 * Where the server lets itself be sent: the push services that browsers use, and those that the operator names. Whoever
 * subscribes names the address, so any other would make this server knock at doors of its own network. Pure.
 */
import { ECDH } from 'node:crypto';
import type { FieldError, PushKeys } from '@atesto/contract';

const known = [
  /^fcm\.googleapis\.com$/,
  /^(.+\.)?push\.services\.mozilla\.com$/,
  /^(.+\.)?push\.apple\.com$/,
  /^(.+\.)?notify\.windows\.com$/,
];

/** `named` are hosts, with their port where it is not the usual one. */
export function isPushService(endpoint: string, named: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { protocol, username, password, host, hostname, port } = new URL(endpoint);
  if (username !== '' || password !== '') return false;
  if (named.includes(host)) return protocol === 'https:' || protocol === 'http:';
  return protocol === 'https:' && port === '' && known.some((pattern) => pattern.test(hostname));
}

/** What cannot be used to encrypt; it would fail at every message. */
export function keyFaults({ p256dh, auth }: PushKeys): FieldError[] {
  const faults: FieldError[] = [];
  if (!isPoint(p256dh)) faults.push({ pointer: '/keys/p256dh', detail: 'must be a point of P-256, 65 bytes' });
  if (Buffer.from(auth, 'base64url').length !== 16) faults.push({ pointer: '/keys/auth', detail: 'must be 16 bytes' });
  return faults;
}

function isPoint(text: string): boolean {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 65 || bytes[0] !== 4) return false;
  try {
    return ECDH.convertKey(bytes, 'prime256v1').length > 0;
  } catch {
    return false;
  }
}
