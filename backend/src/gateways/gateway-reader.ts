/** Reads gateways and their log for coordinators. */
import { Inject, Injectable } from '@nestjs/common';
import type { GatewayLogEntry, GatewayView, Page } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { CLOCK, CONFIG, Database, notFound, type Clock, type Config } from '../platform/index.js';
import { GatewayAdapters } from './adapter.js';
import { GatewayCatalogue } from './gateway-catalogue.js';
import { presentGateway, presentLog } from './gateways.presenter.js';
import { gatewayById, listGateways, listLog, type GatewayRecord } from './gateways.queries.js';

@Injectable()
export class GatewayReader {
  constructor(
    private readonly database: Database,
    private readonly catalogue: GatewayCatalogue,
    private readonly adapters: GatewayAdapters,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list(deployment: Deployment): Promise<GatewayView[]> {
    const rows = await listGateways(this.database, deployment.id);
    const views = await Promise.all(rows.map((row) => this.view(row)));
    return views.filter((view) => view !== null);
  }

  /** @throws Problem 404 */
  async one(deployment: Deployment, id: string): Promise<GatewayView> {
    const row = await gatewayById(this.database, deployment.id, id);
    const view = row === null ? null : await this.view(row);
    if (view === null) throw notFound('gateway');
    return view;
  }

  /** Newest first, from before the entry `cursor`. */
  async log(deployment: Deployment, id: string, cursor: string | null, limit: number): Promise<Page<GatewayLogEntry>> {
    const rows = await listLog(this.database, deployment.id, id, cursor, limit + 1);
    const items = rows.slice(0, limit).map(presentLog);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  private async view(row: GatewayRecord): Promise<GatewayView | null> {
    const [open, adapter] = [await this.catalogue.opened(row), this.adapters.find(row.kind)];
    if (open === null || adapter === null) return null;
    return presentGateway(row, open, adapter, this.config.publicUrl, this.clock.now());
  }
}
