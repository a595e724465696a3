import { describe, expect, it } from '@jest/globals';
import { Keys } from '../platform/index.js';
import { mostSkewMs, signatureOf, verdictOf } from './http-signature.js';

const ours = new Keys('one made up secret of thirty-two letters').signingPair();
const others = new Keys('another made up secret of as many letters').signingPair();
const at = new Date('2026-02-03T10:00:00Z');
const request = { method: 'POST', path: '/sharing/main/messages', body: Buffer.from('{"id":"made up"}') };
const headers = signatureOf(request, ours, at);
const verdict = (parts: Partial<typeof request> = {}, more: object = {}, now = at, key = ours.publicKey) =>
  verdictOf({ ...request, ...parts }, { ...headers, ...more }, key, now);

describe('a signature', () => {
  it('is good for what was signed, by the key that signed it, always the same for one installation', () => {
    expect(verdict()).toBe('good');
    expect(new Keys('one made up secret of thirty-two letters').signingPair().publicKey).toBe(ours.publicKey);
  });

  it('names what it covers as RFC 9421 has it', () => {
    expect(headers['signature-input']).toBe(
      `sig=("@method" "@path" "content-digest");created=1770112800;keyid="${ours.publicKey}";alg="ed25519"`,
    );
    expect(headers['content-digest']).toMatch(/^sha-256=:[A-Za-z0-9+/]{43}=:$/);
  });

  it('is wrong for another method, path, body or key', () => {
    expect(verdict({ method: 'PUT' })).toBe('wrong');
    expect(verdict({ path: '/sharing/other/messages' })).toBe('wrong');
    expect(verdict({ body: Buffer.from('{"id":"forged"}') })).toBe('wrong');
    expect(verdict({}, {}, at, others.publicKey)).toBe('wrong');
    expect(verdict({}, signatureOf(request, others, at))).toBe('wrong');
    expect(verdict({}, { signature: `sig=:${'A'.repeat(86)}==:` })).toBe('wrong');
    expect(verdict({}, { 'signature-input': headers['signature-input'].replace('1770112800', '1770112801') })).toBe(
      'wrong',
    );
    expect(verdict({}, {}, at, 'no key')).toBe('wrong');
  });

  it('is missing where a header is', () => {
    for (const name of Object.keys(headers)) expect(verdict({}, { [name]: undefined })).toBe('unsigned');
  });

  it('holds for five minutes to both sides', () => {
    for (const sign of [-1, 1]) {
      expect(verdict({}, {}, new Date(at.getTime() + sign * mostSkewMs))).toBe('good');
      expect(verdict({}, {}, new Date(at.getTime() + sign * (mostSkewMs + 1_000)))).toBe('stale');
    }
  });
});
