/** Fetches what messages only point to, after they are acknowledged, and adds it to their reports. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { GatewayAdapters, GatewayCatalogue, GatewayNotes, type OpenGateway } from '../gateways/index.js';
import { Database, derivedId, Jobs, Problem } from '../platform/index.js';
import { AddPhoto } from '../reports/index.js';
import { findReceived, receivedName } from './messages.queries.js';

export const FETCH_MEDIUM_JOB = 'fetch-medium';

export interface FetchMediumJob {
  deploymentId: string;
  gatewayId: string;
  reportId: string;
  photoId: string;
  /** In the adapter's own spelling. */
  reference: string;
}

/** The id of what a message points to, by its place among all that it points to. */
export const mediumId = (gatewayId: string, externalId: string, index: number): string =>
  derivedId(gatewayId, externalId, index);

@Injectable()
export class FetchMedia implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly gateways: GatewayCatalogue,
    private readonly adapters: GatewayAdapters,
    private readonly notes: GatewayNotes,
    private readonly addPhoto: AddPhoto,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workInCrowds<FetchMediumJob>(FETCH_MEDIUM_JOB, (job) => this.fetch(job));
  }

  /**
   * Fetches what a message pointed to first, where the provider says only now that it is there. False when the message
   * became no report or is not here.
   */
  async again(gateway: OpenGateway, externalId: string, reference: string): Promise<boolean> {
    const { id: deploymentId } = gateway.deployment;
    const name = { deploymentId, gatewayId: gateway.id, externalId };
    const reportId = (await findReceived(this.database, [name])).get(receivedName(gateway.id, externalId)) ?? null;
    if (reportId === null) return false;
    const photoId = mediumId(gateway.id, externalId, 0);
    const job = { deploymentId, gatewayId: gateway.id, reportId, photoId, reference };
    await this.database.transaction((tx) => this.jobs.enqueue<FetchMediumJob>(tx, FETCH_MEDIUM_JOB, job));
    this.jobs.wake(FETCH_MEDIUM_JOB);
    return true;
  }

  /** @throws Error to be tried again */
  async fetch({ deploymentId, gatewayId, reportId, photoId, reference }: FetchMediumJob): Promise<void> {
    if ((await this.addPhoto.find(deploymentId, photoId)) !== null) return;
    const gateway = await this.gateways.withId(deploymentId, gatewayId);
    const adapter = gateway === null ? null : this.adapters.find(gateway.kind);
    if (gateway === null || adapter?.fetchMedium === undefined) return;
    const bytes = await adapter.fetchMedium(gateway, reference);
    const outcome = await this.addPhoto.add({ deploymentId, reportId, photoId }, bytes);
    if (!(outcome instanceof Problem)) return;
    this.notes.note(gateway, { direction: 'in', request: 'medium', outcome: 'refused', error: outcome.message });
  }
}
