/** Where a person may have their notices sent to in a chat. Pure. */
import { isSafeAddress, mayBePublic } from '../gateways/index.js';

/** Https on the open internet by its looks, or a host that the operator named for chats. */
export function isChatAddress(url: unknown, named: readonly string[]): url is string {
  if (!isSafeAddress(url, named)) return false;
  const { host, hostname } = new URL(url);
  return mayBePublic(hostname) || named.includes(host);
}
