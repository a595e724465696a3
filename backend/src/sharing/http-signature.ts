/**
 * HTTP Message Signatures (RFC 9421) in their smallest form: Ed25519 over method, path and the digest of the body
 * (RFC 9530), with the time at which they were made. Pure.
 */
import { createHash, createPublicKey, sign, timingSafeEqual, verify, type KeyObject } from 'node:crypto';

export interface Signed {
  method: string;
  path: string;
  body: Buffer;
}

export type SignatureHeaders = Record<'content-digest' | 'signature-input' | 'signature', string>;

/** Clocks of two servers never agree wholly. */
export const mostSkewMs = 5 * 60_000;

const components = '("@method" "@path" "content-digest")';
const input =
  /^sig=\("@method" "@path" "content-digest"\);created=(\d{1,12});keyid="([A-Za-z0-9_-]{43})";alg="ed25519"$/;

const digestOf = (body: Buffer): string => `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

function baseOf({ method, path }: Signed, digest: string, params: string): Buffer {
  const lines = [`"@method": ${method}`, `"@path": ${path}`, `"content-digest": ${digest}`];
  return Buffer.from([...lines, `"@signature-params": ${params}`].join('\n'));
}

export function signatureOf(
  request: Signed,
  key: { publicKey: string; privateKey: KeyObject },
  at: Date,
): SignatureHeaders {
  const digest = digestOf(request.body);
  const created = Math.floor(at.getTime() / 1_000);
  const params = `${components};created=${created};keyid="${key.publicKey}";alg="ed25519"`;
  const proof = sign(null, baseOf(request, digest, params), key.privateKey).toString('base64');
  return { 'content-digest': digest, 'signature-input': `sig=${params}`, signature: `sig=:${proof}:` };
}

/** From the 32 bytes of the point in base64url; null for what is no key. */
function keyFrom(publicKey: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  } catch {
    return null;
  }
}

export type Verdict = 'good' | 'unsigned' | 'wrong' | 'stale';

export function verdictOf(
  request: Signed,
  headers: Partial<Record<string, string | string[]>>,
  publicKey: string,
  now: Date,
): Verdict {
  const [digest, params, proof] = ['content-digest', 'signature-input', 'signature'].map((name) => headers[name]);
  if (typeof digest !== 'string' || typeof params !== 'string' || typeof proof !== 'string') return 'unsigned';
  const [, created, keyid] = input.exec(params) ?? [];
  const [, bytes] = /^sig=:([A-Za-z0-9+/]{86}==):$/.exec(proof) ?? [];
  const key = keyFrom(publicKey);
  if (created === undefined || bytes === undefined || key === null || keyid !== publicKey) return 'wrong';
  const expected = Buffer.from(digestOf(request.body));
  const given = Buffer.from(digest);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'wrong';
  const base = baseOf(request, digest, params.slice('sig='.length));
  if (!verify(null, base, key, Buffer.from(bytes, 'base64'))) return 'wrong';
  return Math.abs(now.getTime() - Number(created) * 1_000) <= mostSkewMs ? 'good' : 'stale';
}
