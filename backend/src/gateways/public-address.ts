/**
 * Which addresses lie on the open internet. Coordinators name hosts that this server then calls; a name that leads into
 * its own network must not be followed. Source: IANA's registries of special-purpose addresses, RFC 6890. Pure but for
 * the resolver, which is passed in.
 */
import { lookup } from 'node:dns/promises';
import { BlockList, isIPv4, isIPv6 } from 'node:net';

const closed = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Multicast and everything above it.
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  // Teredo and its like, documentation, 6to4: what is inside of them is another address.
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(network, bits, 'ipv6');

/** Everything that is handed out as public so far. */
const open = new BlockList();
open.addSubnet('2000::', 3, 'ipv6');

/** An IPv4 address inside of an IPv6 one: mapped, or translated by the network (RFC 6052). */
const carrier = /^(?:::ffff|64:ff9b:):([0-9a-f]{1,4}):([0-9a-f]{1,4})$/;

export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4');
  if (!isIPv6(address) || !URL.canParse(`http://[${address}]`)) return false;
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [, high, low] = carrier.exec(plain) ?? [];
  if (high !== undefined && low !== undefined) {
    const [upper, lower] = [parseInt(high, 16), parseInt(low, 16)];
    return isPublicAddress([upper >> 8, upper & 255, lower >> 8, lower & 255].join('.'));
  }
  return open.check(plain, 'ipv6') && !closed.check(plain, 'ipv6');
}

/** False for what is inside by its looks, so that it is told before it is called; a name may still lead there. */
export function mayBePublic(host: string): boolean {
  const plain = host.replace(/^\[|\]$/g, '');
  if (isIPv4(plain) || isIPv6(plain)) return isPublicAddress(plain);
  return plain.includes('.') && !/\.(?:local|localhost|internal|lan|home\.arpa)\.?$/.test(plain);
}

export interface Surroundings {
  /** Addresses of a host by name. */
  resolve: (host: string) => Promise<string[]>;
  isPublic: (address: string) => boolean;
}

export const internet: Surroundings = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  isPublic: isPublicAddress,
};

/**
 * The addresses under which a host may be called. Whoever connects must use these and not ask again: a name can lead
 * elsewhere a second later. `isNamed`: the operator vouches for the host. @throws Error when it is not public
 */
export async function addressesOf(host: string, isNamed: boolean, around: Surroundings = internet): Promise<string[]> {
  const addresses = await around.resolve(host).catch(() => []);
  if (addresses.length === 0) throw new Error('The host is not known.');
  if (!isNamed && !addresses.every(around.isPublic)) throw new Error('The host is not on the open internet.');
  return addresses;
}
