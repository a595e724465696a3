/** Fetches what messages only point to, after they are acknowledged, and adds it to their reports. */
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { GatewayAdapters, GatewayCatalogue, GatewayNotes } from '../gateways/index.js';
import { Jobs, Problem } from '../platform/index.js';
import { AddPhoto } from '../reports/index.js';

export const FETCH_MEDIUM_JOB = 'fetch-medium';

export interface FetchMediumJob {
  deploymentId: string;
  gatewayId: string;
  reportId: string;
  photoId: string;
  /** In the adapter's own spelling. */
  reference: string;
}

@Injectable()
export class FetchMedia implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly gateways: GatewayCatalogue,
    private readonly adapters: GatewayAdapters,
    private readonly notes: GatewayNotes,
    private readonly addPhoto: AddPhoto,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workInCrowds<FetchMediumJob>(FETCH_MEDIUM_JOB, (job) => this.fetch(job));
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
