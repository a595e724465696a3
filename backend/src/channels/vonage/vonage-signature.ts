/**
 * The provider's signature over the fields of a call. Either a hash over the fields and the secret, or a keyed one.
 * Pure. Source: the provider's page on signing messages.
 */
import { createHash, createHmac } from 'node:crypto';
import { isSameSecret } from '../../gateways/index.js';

export const signatureMethods = ['md5hash', 'md5', 'sha1', 'sha256', 'sha512'] as const;
export type SignatureMethod = (typeof signatureMethods)[number];

/** Texts and numbers by name; what stands in them as & or = counts as _. */
export type SignedFields = Readonly<Record<string, string>>;

export function vonageSignature(fields: SignedFields, method: SignatureMethod, secret: string): string {
  const signed = Object.keys(fields)
    .filter((name) => name !== 'sig')
    .sort()
    .map((name) => `&${name}=${(fields[name] ?? '').replace(/[&=]/g, '_')}`)
    .join('');
  if (method === 'md5hash')
    return createHash('md5')
      .update(signed + secret)
      .digest('hex');
  return createHmac(method, secret).update(signed).digest('hex');
}

/** Some are written in capitals. */
export const isSigned = (fields: SignedFields, method: SignatureMethod, secret: string): boolean =>
  isSameSecret((fields['sig'] ?? '').toLowerCase(), vonageSignature(fields, method, secret));
