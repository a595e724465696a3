/**
 * Where the servers of a mailbox are. A coordinator names them, so they must be on the open internet, unless the operator
 * names them in GATEWAY_HOSTS; only those may speak without encryption.
 */
import { Inject, Injectable } from '@nestjs/common';
import { addressesOf } from '../../gateways/index.js';
import { CONFIG, type Config } from '../../platform/index.js';
import { isEncryptedPort, type MailServer } from './mail-settings.js';

export interface MailRoute {
  /** The address to connect to; the name is not asked for again. */
  host: string;
  port: number;
  /** From the first byte. */
  secure: boolean;
  /** No word before the connection is encrypted. */
  mustEncrypt: boolean;
  /** The name that the certificate must hold. */
  servername: string;
}

@Injectable()
export class MailServers {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'gatewayHosts'>) {}

  /** @throws Error in plain words when the server must not be asked */
  async routeTo({ host, port }: Pick<MailServer, 'host' | 'port'>): Promise<MailRoute> {
    const name = host.toLowerCase();
    const isNamed = [name, `${name}:${port}`].some((known) => this.config.gatewayHosts.includes(known));
    const [address = ''] = await addressesOf(name, isNamed);
    return { host: address, port, secure: isEncryptedPort(port), mustEncrypt: !isNamed, servername: name };
  }
}
