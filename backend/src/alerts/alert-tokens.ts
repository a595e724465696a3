/**
 * The secrets in the links of alerts, and the codes that are typed: made from the ids by a keyed hash, so that none is
 * stored and every message can name them. The page on which a code is typed is shown to whoever asks, so its name is
 * sealed: another one each time, which tells neither the id nor how old it is.
 */
import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys } from '../platform/index.js';

export type AlertPurpose = 'confirm' | 'stop';

const proofBytes = 15;
/** Other things are sealed by the same key. */
const codeMark = 'code ';

const idOfHex = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');

@Injectable()
export class AlertTokens {
  constructor(private readonly keys: Keys) {}

  token(purpose: AlertPurpose, deploymentId: string, id: string): string {
    const proof = this.keys.tagOf(`alert ${purpose}`, `${deploymentId}/${id}`).subarray(0, proofBytes);
    return Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), proof]).toString('base64url');
  }

  path(purpose: AlertPurpose, { id: deploymentId, slug }: { id: string; slug: string }, id: string): string {
    return `/alerts/${encodeURIComponent(slug)}/${purpose}/${this.token(purpose, deploymentId, id)}`;
  }

  /** Names who types a code, and proves nothing by itself. */
  codePath({ slug }: { slug: string }, id: string): string {
    const name = this.keys.seal(codeMark + id.replaceAll('-', '')).toString('base64url');
    return `/alerts/${encodeURIComponent(slug)}/code/${name}`;
  }

  /** Who types a code there; null for what is none of ours. */
  readCode(name: string): string | null {
    try {
      const text = this.keys.unseal(Buffer.from(name, 'base64url'));
      return text.startsWith(codeMark) ? idOfHex(text.slice(codeMark.length)) : null;
    } catch {
      return null;
    }
  }

  /** Whose it is; null for what is none of ours. */
  read(purpose: AlertPurpose, deploymentId: string, token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 16 + proofBytes) return null;
    const id = idOfHex(bytes.subarray(0, 16).toString('hex'));
    const expected = Buffer.from(this.token(purpose, deploymentId, id), 'base64url');
    return timingSafeEqual(bytes, expected) ? id : null;
  }

  /** Six digits; another one each time that it is sent. */
  code(deploymentId: string, id: string, until: Date): string {
    const hash = this.keys.tagOf('alert code', `${deploymentId}/${id}/${until.getTime()}`);
    return String(hash.readUInt32BE() % 1_000_000).padStart(6, '0');
  }
}
