/** What the pages and catalogues say of each deployment: what it offers, how much there is, and its daily copies. */
import { Injectable } from '@nestjs/common';
import { DeploymentCatalogue, listDeployments, type Deployment } from '../deployments/index.js';
import { IncidentReader, type WholeExtent } from '../incidents/index.js';
import { Database, notFound } from '../platform/index.js';
import { DumpFolder, type Dump } from './dump-folder.js';
import { offerOf, type Offer } from './offer.js';

export type Offered = Extract<Offer, { kind: 'offered' }>;

/** Of a deployment that offers its data. */
export interface DataSet {
  deployment: Deployment;
  offer: Offered;
  extent: WholeExtent;
  /** Newest first. */
  dumps: Dump[];
}

@Injectable()
export class OpenDataReader {
  constructor(
    private readonly database: Database,
    private readonly catalogue: DeploymentCatalogue,
    private readonly incidents: IncidentReader,
    private readonly folder: DumpFolder,
  ) {}

  async deployments(): Promise<Deployment[]> {
    const all = await listDeployments(this.database);
    return Promise.all(all.map(({ slug }) => this.catalogue.named(slug)));
  }

  /** Null where nothing is offered. */
  async dataSet(deployment: Deployment): Promise<DataSet | null> {
    const offer = offerOf(deployment);
    if (offer.kind !== 'offered') return null;
    const extent = await this.incidents.wholeExtent(deployment, 'public');
    return { deployment, offer, extent, dumps: await this.dumps(deployment) };
  }

  /** @throws Problem 404 where nothing is offered */
  async offered(deployment: Deployment): Promise<DataSet> {
    const dataSet = await this.dataSet(deployment);
    if (dataSet === null) throw notFound('open data');
    return dataSet;
  }

  async all(): Promise<DataSet[]> {
    const found: DataSet[] = [];
    // One after the other: each is a look at a whole table.
    for (const deployment of await this.deployments()) {
      const dataSet = await this.dataSet(deployment);
      if (dataSet !== null) found.push(dataSet);
    }
    return found;
  }

  /** Those that know no place more exactly than the public may by now; none where nothing is offered. */
  async dumps(deployment: Deployment): Promise<Dump[]> {
    if (offerOf(deployment).kind !== 'offered') return [];
    const dumps = await this.folder.list(deployment.slug);
    return dumps.filter(({ precisionMetres }) => precisionMetres >= deployment.policy.publicPrecisionMetres);
  }
}
