/**
 * The secrets in the links of alerts, and the codes that are typed: made from the ids by a keyed hash, so that none is
 * stored and every message can name them.
 */
import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys } from '../platform/index.js';

/** `code`: names who types a code, and proves nothing by itself. */
export type AlertPurpose = 'confirm' | 'stop' | 'code';

const proofBytes = 15;

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

  /** Whose it is; null for what is none of ours. */
  read(purpose: AlertPurpose, deploymentId: string, token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 16 + proofBytes) return null;
    const hex = bytes.subarray(0, 16).toString('hex');
    const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    const expected = Buffer.from(this.token(purpose, deploymentId, id), 'base64url');
    return timingSafeEqual(bytes, expected) ? id : null;
  }

  /** Six digits; another one each time that it is sent. */
  code(deploymentId: string, id: string, until: Date): string {
    const hash = this.keys.tagOf('alert code', `${deploymentId}/${id}/${until.getTime()}`);
    return String(hash.readUInt32BE() % 1_000_000).padStart(6, '0');
  }
}
