/** Which network an address belongs to. Pure. */
import { BlockList, isIPv4, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '');

export function isLoopback(address: string): boolean {
  const known = plain(address);
  return isIPv4(known) ? loopback.check(known, 'ipv4') : isIPv6(known) && loopback.check(known, 'ipv6');
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const partsOf = (text: string): string[] => text.split(':').filter((part) => part !== '');
  const [before, after] = [partsOf(head), partsOf(tail ?? '')];
  const missing = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: missing }, () => '0'), ...after].map((group) =>
    group.toLowerCase().replace(/^0+(?=.)/, ''),
  );
}

/** One line's own addresses (IPv4: one, IPv6: /64) and the network around (/24, /48). */
export function networksOf(address: string): { single: string; around: string } {
  const known = plain(address);
  if (isIPv4(known)) return { single: known, around: known.split('.').slice(0, 3).join('.') };
  const groups = groupsOf(known);
  return { single: groups.slice(0, 4).join(':'), around: groups.slice(0, 3).join(':') };
}
