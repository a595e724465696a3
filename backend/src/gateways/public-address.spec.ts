import { describe, expect, it } from '@jest/globals';
import { isPublicAddress, mayBePublic, publicLookup } from './public-address.js';

describe('an address', () => {
  it.each(['9.9.9.9', '93.184.215.14', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001:800::200e'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ...[
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
    ],
    ...[
      '224.0.0.1',
      '255.255.255.255',
      '198.51.100.7',
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd12::1',
      '::ffff:10.0.0.1',
    ],
    ...['::ffff:9.9.9.9', '2002:a00:1::', '2001:db8::1', '64:ff9b::a00:1', 'ff02::1', 'localhost', ''],
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a provider that a coordinator names', () => {
  it('is called by https and by name', () => {
    expect(mayBePublic('https://sms.example.org/send?to={to}')).toBe(true);
  });

  it.each([
    'http://sms.example.org/',
    'ftp://sms.example.org/',
    'https://user:pass@sms.example.org/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://localhost/',
    'https://database/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'no address',
  ])('is not at %s', (url) => {
    expect(mayBePublic(url)).toBe(false);
  });

  const look = (addresses: string[], all: boolean) =>
    new Promise((resolve) => {
      const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
      const lookup = publicLookup((_hostname, _options, done) => done(null, found));
      lookup('sms.example.org', { all }, (error, address) => resolve(error?.message ?? address));
    });

  it('is connected to where its name leads, if all of that is public', async () => {
    expect(await look(['9.9.9.9', '2606:4700::1111'], false)).toBe('9.9.9.9');
    expect(await look(['9.9.9.9'], true)).toEqual([{ address: '9.9.9.9', family: 4 }]);
    expect(await look(['9.9.9.9', '10.0.0.1'], true)).toBe('The host is not a public one.');
    expect(await look(['::1'], false)).toBe('The host is not a public one.');
    expect(await look([], false)).toBe('The host has no address.');
  });
});
