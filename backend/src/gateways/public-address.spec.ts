import { describe, expect, it } from '@jest/globals';
import { addressesOf, isPublicAddress, mayBePublic, type Surroundings } from './public-address.js';

describe('an address', () => {
  it.each(['8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700::1111', '::ffff:8.8.8.8', '64:ff9b::808:808'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it.each([
    ['this host', ['0.0.0.0', '127.0.0.1', '127.8.9.10', '::', '::1']],
    [
      'a private network',
      ['10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.0.1', '100.64.0.1', 'fd00::1', 'fc00::1'],
    ],
    ['the same wire, where clouds keep their secrets', ['169.254.169.254', 'fe80::1', 'fe80::1%eth0']],
    [
      'one of these in another coat',
      ['::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:a00:1', '64:ff9b::7f00:1', '::127.0.0.1'],
    ],
    ['carried by another', ['2002:7f00:1::', '2001:0:1::1']],
    ['many at once, or nobody', ['224.0.0.1', '255.255.255.255', 'ff02::1', '203.0.113.5', '2001:db8::1']],
    ['no address', ['', 'localhost', '127.1', '1.2.3', '[::1]']],
  ])('that is %s is not public', (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});

describe('a host', () => {
  it('that is inside by its looks is told so before it is called', () => {
    expect(['sms.example.org', '8.8.8.8', '[2606:4700::1111]'].filter(mayBePublic)).toHaveLength(3);
    const inside = ['127.0.0.1', '10.0.0.1', '[::1]', 'localhost', 'database', 'printer.local', 'data.internal'];
    expect(inside.filter(mayBePublic)).toEqual([]);
  });

  const leadingTo = (...addresses: string[]): Surroundings => ({
    resolve: () => Promise.resolve(addresses),
    isPublic: isPublicAddress,
  });

  it('is reached at its public addresses', async () => {
    expect(await addressesOf('feeds.example.org', false, leadingTo('8.8.8.8'))).toEqual(['8.8.8.8']);
  });

  it('is refused when one of them is not public, unless the operator named it', async () => {
    const around = leadingTo('8.8.8.8', '10.0.0.1');
    await expect(addressesOf('feeds.example.org', false, around)).rejects.toThrow('not on the open internet');
    expect(await addressesOf('feeds.example.org', true, around)).toHaveLength(2);
  });

  it('that does not exist is told so', async () => {
    await expect(addressesOf('nowhere.example.org', false, leadingTo())).rejects.toThrow('not known');
    await expect(addressesOf('nowhere.invalid', false)).rejects.toThrow('not known');
  });

  it('named by numbers or by this machine’s own name is no way around', async () => {
    for (const host of ['127.1', '0x7f000001', 'localhost', '::1'])
      await expect(addressesOf(host, false)).rejects.toThrow();
  });
});
