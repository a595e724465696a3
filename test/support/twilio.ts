/** Plays Twilio towards the server: requests in its format, signed as its description says. */
import { createHmac } from 'node:crypto';
import { post } from './gateways.js';
import type { Answer, TestServer } from './test-server.js';

export const publicUrl = 'https://map.example.org';
export const authToken = 'a made-up auth token';
export const accountSid = `AC${'0123456789abcdef'.repeat(2)}`;

export function signatureOf(
  path: string,
  fields: Record<string, string>,
  token = authToken,
  origin = publicUrl,
): string {
  const pairs = Object.keys(fields)
    .sort()
    .map((name) => `${name}${fields[name]}`);
  return createHmac('sha1', token)
    .update(`${origin}${path}${pairs.join('')}`)
    .digest('base64');
}

export const callAsTwilio = (
  server: TestServer,
  path: string,
  fields: Record<string, string>,
  token = authToken,
  origin = publicUrl,
): Promise<Answer<string>> =>
  post(server, path, fields, {
    'x-twilio-signature': signatureOf(path, fields, token, origin),
    'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'i-twilio-idempotency-token': '00000000-0000-4000-8000-000000000000',
  });
