/**
 * The installation's secret and what is derived from it. It lives outside the database, so a stolen dump tells neither
 * contacts nor follow links.
 */
import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHmac,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';

export class Keys {
  private readonly sealing: Buffer;
  private readonly naming: Buffer;
  private readonly following: Buffer;
  private readonly derive: (purpose: string) => Buffer;

  constructor(secret: string) {
    this.derive = (purpose) => Buffer.from(hkdfSync('sha256', secret, '', `atesto ${purpose}`, 32));
    this.sealing = this.derive('sealing');
    this.naming = this.derive('naming');
    this.following = this.derive('following');
  }

  /** Encrypts with AES-256-GCM: 12 bytes nonce, 16 bytes tag, then the text. */
  seal(text: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.sealing, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  unseal(sealed: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.sealing, sealed.subarray(0, 12));
    decipher.setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
  }

  /** A name for an address that tells equal ones apart from others, and nothing else. */
  nameOf(address: string): Buffer {
    return createHmac('sha256', this.naming).update(address).digest();
  }

  /** A keyed hash for one purpose: it proves nothing for another. */
  tagOf(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.derive(purpose)).update(text).digest();
  }

  /** The pair under which push services know this installation: points of P-256 in base64url, always the same. */
  pushPair(): { publicKey: string; privateKey: string } {
    const curve = createECDH('prime256v1');
    for (let attempt = 0; ; attempt++) {
      try {
        curve.setPrivateKey(this.derive(`pushing ${attempt}`));
        return { publicKey: curve.getPublicKey('base64url'), privateKey: curve.getPrivateKey('base64url') };
      } catch {
        // One in four thousand million numbers is too large for the curve.
      }
    }
  }

  /** The pair by which other installations know this one: Ed25519, the public half as 32 bytes in base64url. */
  signingPair(): { publicKey: string; privateKey: KeyObject } {
    // The frame of a bare Ed25519 key in PKCS #8 (RFC 8410).
    const frame = Buffer.from('302e020100300506032b657004220420', 'hex');
    const der = Buffer.concat([frame, this.derive('signing')]);
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
    return { publicKey: x, privateKey };
  }

  /** The secret of a report's follow link: made from its ids, so it need not be stored and a repeat gets the same. */
  followSecret(deploymentId: string, reportId: string): string {
    const proof = createHmac('sha256', this.following).update(`${deploymentId}/${reportId}`).digest().subarray(0, 15);
    return Buffer.concat([uuidBytes(deploymentId), uuidBytes(reportId), proof]).toString('base64url');
  }

  /** Which report a follow secret is for, null when it is not one of ours. */
  reportOfFollowSecret(token: string): { deploymentId: string; reportId: string } | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 47) return null;
    const deploymentId = uuidText(bytes.subarray(0, 16));
    const reportId = uuidText(bytes.subarray(16, 32));
    const expected = Buffer.from(this.followSecret(deploymentId, reportId), 'base64url');
    return timingSafeEqual(bytes, expected) ? { deploymentId, reportId } : null;
  }
}

const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

function uuidText(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The secret from the environment, or one made once into the data folder, readable by its owner only. */
export function loadKeys(config: Pick<Config, 'secretKey' | 'dataDir'>): Keys {
  if (config.secretKey !== null) return new Keys(config.secretKey);
  const file = join(config.dataDir, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (secret.length < 32)
    throw new Error(`${file} is damaged. Put the right one back from a backup, or contacts are lost.`);
  return new Keys(secret);
}
