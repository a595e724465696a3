import { createECDH } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isPushService, keyFaults } from './push-service.js';

describe('an address to push to', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/x',
    'https://updates.push.services.mozilla.com/wpush/v2/x',
    'https://web.push.apple.com/x',
    'https://wns2-par02p.notify.windows.com/w/?token=x',
  ])('may be %s', (endpoint) => expect(isPushService(endpoint, [])).toBe(true));

  it.each([
    'http://fcm.googleapis.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://somebody@fcm.googleapis.com/x',
    'https://fcm.googleapis.com.example.org/x',
    'https://example.org/fcm.googleapis.com',
    'https://notpush.apple.com.example.org/',
    'https://evilpush.apple.com/',
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://localhost/x',
    'https://169.254.169.254/latest',
    'file:///etc/passwd',
    'fcm.googleapis.com',
    '',
  ])('may not be %s', (endpoint) => expect(isPushService(endpoint, ['push.example.org:8080'])).toBe(false));

  it('may be one that the operator named, at that port only', () => {
    const named = ['push.example.org', '127.0.0.1:9000'];
    const isNamed = (endpoint: string): boolean => isPushService(endpoint, named);
    expect(['https://push.example.org/x', 'http://127.0.0.1:9000/x'].map(isNamed)).toEqual([true, true]);
    expect(['https://push.example.org:81/x', 'http://127.0.0.1:9001/x', 'ftp://push.example.org'].map(isNamed)).toEqual(
      [false, false, false],
    );
  });
});

describe('the keys of a subscription', () => {
  it('are a point of the curve and sixteen bytes', () => {
    const curve = createECDH('prime256v1');
    curve.generateKeys();
    const p256dh = curve.getPublicKey('base64url');
    const auth = Buffer.alloc(16).toString('base64url');
    expect(keyFaults({ p256dh, auth })).toEqual([]);
    const off = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)]).toString('base64url');
    expect(keyFaults({ p256dh: off, auth: 'AAAA' }).map(({ pointer }) => pointer)).toEqual([
      '/keys/p256dh',
      '/keys/auth',
    ]);
    expect(keyFaults({ p256dh: 'A', auth })).toHaveLength(1);
  });
});
