import { describe, expect, it } from '@jest/globals';
import { newSecret, signatureHeaders } from './signature.js';

/** From the tests of the reference libraries of Standard Webhooks. */
const published = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  at: new Date(1_614_265_330_000),
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

describe('the signature of a webhook', () => {
  const { secret, id, at, body, signature } = published;

  it('is that of the published example', () => {
    expect(signatureHeaders(id, at, body, [secret])).toEqual({
      'webhook-id': id,
      'webhook-timestamp': '1614265330',
      'webhook-signature': signature,
    });
  });

  it('is another one for another id, time, body or secret', () => {
    const others = [
      signatureHeaders('msg_other', at, body, [secret]),
      signatureHeaders(id, new Date(at.getTime() + 1_000), body, [secret]),
      signatureHeaders(id, at, `${body} `, [secret]),
      signatureHeaders(id, at, body, [newSecret()]),
    ].map((headers) => headers['webhook-signature']);
    expect(new Set([signature, ...others]).size).toBe(5);
  });

  it('is made with both secrets while one takes the place of the other', () => {
    const [first, second] = signatureHeaders(id, at, body, [newSecret(), secret])['webhook-signature'].split(' ');
    expect(first).toMatch(/^v1,[A-Za-z0-9+/]{43}=$/);
    expect(second).toBe(signature);
  });

  it('is made with secrets of 32 bytes', () => {
    expect(Buffer.from(newSecret().replace(/^whsec_/, ''), 'base64')).toHaveLength(32);
  });
});
