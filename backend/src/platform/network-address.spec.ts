import { describe, expect, it } from '@jest/globals';
import { isLoopback, networksOf } from './network-address.js';

describe('the network of an address', () => {
  it('is a /24 for IPv4, written either way', () => {
    expect(networksOf('192.0.2.7')).toEqual({ single: '192.0.2.7', around: '192.0.2' });
    expect(networksOf('::ffff:192.0.2.7')).toEqual(networksOf('192.0.2.7'));
  });

  it('is a /48 for IPv6, where a line has a whole /64', () => {
    expect(networksOf('2001:db8:1:2:3:4:5:6')).toEqual({ single: '2001:db8:1:2', around: '2001:db8:1' });
    expect(networksOf('2001:0DB8:0001:0002::9')).toEqual(networksOf('2001:db8:1:2:3:4:5:6'));
    expect(networksOf('2001:db8::1').around).toBe('2001:db8:0');
    expect(networksOf('fe80::1%eth0').single).toBe('fe80:0:0:0');
  });

  it('is this machine for loopback only', () => {
    for (const own of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) expect(isLoopback(own)).toBe(true);
    for (const other of ['192.0.2.7', '2001:db8::1', '', 'x', '127.example']) expect(isLoopback(other)).toBe(false);
  });
});
