/**
 * Which addresses of the internet are everybody's: a coordinator may name a provider that we do not know, and this server
 * must not be led to doors of its own network by that. Sources: the IANA registries of special-purpose addresses.
 */
import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const notPublic = new BlockList();
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
  ['224.0.0.0', 3],
] as const)
  notPublic.addSubnet(network, bits, 'ipv4');
// Tunnels hide another address within; the last is for examples.
for (const [network, bits] of [
  ['2001::', 23],
  ['2002::', 16],
  ['2001:db8::', 32],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(network, bits, 'ipv6');
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !notPublic.check(address, 'ipv4');
  return version === 6 && global.check(address, 'ipv6') && !notPublic.check(address, 'ipv6');
}

/** https to a host with a name that may be public; what it resolves to is seen when it is called. */
export function mayBePublic(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password, hostname } = new URL(url);
  if (protocol !== 'https:' || username !== '' || password !== '') return false;
  if (isIP(hostname) !== 0 || hostname.startsWith('[')) return false;
  return hostname.includes('.') && !/\.(local|localhost|internal|home\.arpa|lan)\.?$/.test(hostname);
}

type Resolve = (
  hostname: string,
  options: { all: true },
  done: (error: NodeJS.ErrnoException | null, found: { address: string; family: number }[]) => void,
) => void;

/**
 * Resolves names, and refuses those of which any address is not public. The connection is made to what was looked at, so
 * a name that changes its mind in between gains nothing.
 */
export const publicLookup =
  (resolveAll: Resolve = (hostname, options, done) => resolve(hostname, options, done)): LookupFunction =>
  (hostname, options, done) => {
    resolveAll(hostname, { all: true }, (error, found) => {
      const [first] = found ?? [];
      if (error !== null || first === undefined) return done(error ?? new Error('The host has no address.'), '', 4);
      if (!found.every(({ address }) => isPublicAddress(address)))
        return done(new Error('The host is not a public one.'), '', 4);
      return options.all === true ? done(null, found) : done(null, first.address, first.family);
    });
  };
