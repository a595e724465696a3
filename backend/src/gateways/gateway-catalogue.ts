/** Gateways by token and id, kept in memory because every message needs one. The journal tells when one changed. */
import { timingSafeEqual } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Channel } from '@atesto/contract';
import { DeploymentCatalogue } from '../deployments/index.js';
import { Database, JournalFeed, Keys } from '../platform/index.js';
import { GatewayAdapters, type OpenGateway } from './adapter.js';
import { gatewayById, listGateways, type GatewayRecord } from './gateways.queries.js';

const changing = new Set(['gateway.created', 'gateway.changed', 'gateway.removed']);

const bytesOf = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex');

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

@Injectable()
export class GatewayCatalogue implements OnApplicationBootstrap {
  private readonly byId = new Map<string, Promise<GatewayRecord | null>>();

  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly keys: Keys,
    private readonly deployments: DeploymentCatalogue,
    private readonly adapters: GatewayAdapters,
  ) {}

  onApplicationBootstrap(): void {
    this.feed.subscribe((entries) => {
      if (entries.some((entry) => changing.has(entry.kind))) this.forget();
    });
  }

  forget(): void {
    this.byId.clear();
  }

  /** The secret part of a gateway's address: 16 bytes deployment, 16 bytes gateway, 15 bytes proof. */
  tokenOf({ deployment_id: deploymentId, id, token_version: version }: GatewayRecord): string {
    const proof = this.keys.tagOf('gateway address', `${deploymentId}/${id}/${version}`).subarray(0, 15);
    return Buffer.concat([bytesOf(deploymentId), bytesOf(id), proof]).toString('base64url');
  }

  /** Null for what is no address of ours, of another kind, renewed since, or switched off. */
  async ofToken(kind: string, token: string): Promise<OpenGateway | null> {
    const given = Buffer.from(token, 'base64url');
    if (given.length !== 47) return null;
    const row = await this.row(uuidOf(given.subarray(0, 16)), uuidOf(given.subarray(16, 32)));
    if (row === null || row.kind !== kind || !row.enabled) return null;
    const isOurs = timingSafeEqual(given, Buffer.from(this.tokenOf(row), 'base64url'));
    return isOurs ? this.opened(row) : null;
  }

  async withId(deploymentId: string, id: string): Promise<OpenGateway | null> {
    const row = await this.row(deploymentId, id);
    return row === null ? null : this.opened(row);
  }

  /** One that can send by this channel, for messages that answer nobody; null when there is none. */
  async sending(deploymentId: string, channel: Channel): Promise<OpenGateway | null> {
    for (const row of await listGateways(this.database, deploymentId)) {
      const adapter = this.adapters.find(row.kind);
      if (!row.enabled || adapter?.send === undefined || adapter.channel !== channel) continue;
      const gateway = await this.opened(row);
      if (gateway !== null) return gateway;
    }
    return null;
  }

  /** With its secrets. Null when its kind is not spoken here any more, and for an exercise. */
  async opened(row: GatewayRecord): Promise<OpenGateway | null> {
    const adapter = this.adapters.find(row.kind);
    const deployment = await this.deployments.withId(row.deployment_id);
    // Whatever asks for a gateway asks here: from an exercise nothing goes out, and nothing real comes in.
    if (adapter === null || deployment === null || deployment.isExercise) return null;
    const secrets = row.sealed === null ? {} : (JSON.parse(this.keys.unseal(row.sealed)) as Record<string, unknown>);
    return {
      id: row.id,
      kind: row.kind,
      name: row.name,
      enabled: row.enabled,
      channel: adapter.channel,
      deployment,
      settings: { ...row.settings, ...secrets },
      secrets: Object.values(secrets).filter((value) => typeof value === 'string'),
      token: this.tokenOf(row),
    };
  }

  private row(deploymentId: string, id: string): Promise<GatewayRecord | null> {
    const kept = this.byId.get(id);
    if (kept !== undefined) return kept;
    const found = gatewayById(this.database, deploymentId, id);
    this.byId.set(id, found);
    // An unknown one or a fault is asked again next time.
    found.then(
      (row) => row ?? this.byId.delete(id),
      () => this.byId.delete(id),
    );
    return found;
  }
}
