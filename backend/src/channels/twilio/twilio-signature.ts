/**
 * Whether a request is Twilio's: HMAC-SHA1 over the address that it called, then the fields of the form, in the order
 * of their names. Twilio is not of one mind about the default port and about the spelling of the query, so each way of
 * writing the address counts. Pure. Source: Twilio's "Validating requests", and what its own libraries try.
 */
import { createHash, createHmac } from 'node:crypto';
import { parse, stringify } from 'node:querystring';
import { isSameSecret, type RawBody } from '../../gateways/index.js';

export interface SignedCall {
  /** The public address as it was called, with its query. */
  url: string;
  signature: unknown;
  body: RawBody;
}

const formType = 'application/x-www-form-urlencoded';

export function isTwilioSignature(authToken: unknown, { url, signature, body }: SignedCall): boolean {
  if (typeof authToken !== 'string' || authToken === '') return false;
  const fields = signedFields(url, body);
  if (fields === null) return false;
  const accepted = spellings(url).map((spelled) => {
    const expected = createHmac('sha1', authToken).update(`${spelled}${fields}`, 'utf8').digest('base64');
    return isSameSecret(signature, expected);
  });
  return accepted.includes(true);
}

/** What is signed beside the address; null for a body that no signature covers. */
function signedFields(url: string, body: RawBody): string | null {
  const bodyHash = new URL(url).searchParams.get('bodySHA256');
  if (bodyHash !== null) {
    const isWhole = isSameSecret(createHash('sha256').update(body.bytes).digest('hex'), bodyHash.toLowerCase());
    return isWhole ? '' : null;
  }
  if (body.type !== formType) return body.bytes.length === 0 ? '' : null;
  const form = new URLSearchParams(body.text());
  const names = [...new Set(form.keys())].sort();
  return names.map((name) => joined(name, form.getAll(name))).join('');
}

/** A field that comes several times is signed once with each of its values. */
const joined = (name: string, values: readonly string[]): string =>
  [...new Set(values)]
    .sort()
    .map((value) => name + value)
    .join('');

function spellings(url: string): string[] {
  const [, scheme = '', host = '', port = '', rest = ''] =
    /^(https?:\/\/)([^/?#]+?)(:\d+)?([/?#].*)?$/i.exec(url) ?? [];
  const standard = scheme.toLowerCase() === 'https://' ? ':443' : ':80';
  const ports = new Set([port, standard, '']);
  const rests = new Set([rest, legacyQuery(rest)]);
  return [...ports].flatMap((used) => [...rests].map((ending) => `${scheme}${host}${used}${ending}`));
}

function legacyQuery(rest: string): string {
  const at = rest.indexOf('?');
  return at < 0 ? rest : `${rest.slice(0, at)}?${stringify(parse(rest.slice(at + 1)))}`;
}
