/** Sets up, changes and removes gateways, each journalled without its settings. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { NewGateway, PatchGateway } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  appendJournal,
  Database,
  invalidInput,
  JournalFeed,
  Keys,
  notFound,
  Problem,
  staleVersion,
  type Sql,
} from '../platform/index.js';
import { GatewayAdapters, type GatewayAdapter } from './adapter.js';
import { GatewayCatalogue } from './gateway-catalogue.js';
import { parted, settingsFaults, tidied } from './gateway-settings.js';
import {
  deleteGateway,
  insertGateway,
  lockGateway,
  updateGateway,
  type GatewayFields,
  type GatewayRecord,
} from './gateways.queries.js';

type Settings = Record<string, unknown>;

@Injectable()
export class KeepGateway {
  constructor(
    private readonly database: Database,
    private readonly feed: JournalFeed,
    private readonly keys: Keys,
    private readonly catalogue: GatewayCatalogue,
    private readonly adapters: GatewayAdapters,
  ) {}

  /** @throws Problem 409 for an exercise, 422 for an unknown kind or settings that cannot work */
  async create(deployment: Deployment, input: NewGateway, actorId: string): Promise<string> {
    if (deployment.isExercise) {
      throw new Problem(409, 'exercise', 'An exercise', 'An exercise has no channels: nothing may leave it.');
    }
    const adapter = this.adapters.find(input.kind);
    if (adapter === null) throw invalidInput([{ pointer: '/kind', detail: 'is not spoken here' }]);
    const id = uuidv7();
    const fields = { name: input.name, enabled: true, token_version: 1, ...this.kept(adapter, input.settings) };
    await this.write(deployment.id, async (tx) => {
      await insertGateway(tx, deployment.id, { id, kind: input.kind, ...fields });
      const data = { name: input.name, kind: input.kind };
      return { kind: 'gateway.created', subjectId: id, actorId, data };
    });
    await this.register(deployment.id, id);
    return id;
  }

  /** @throws Problem 404, 412 when it changed since `version`, 422 for settings that cannot work */
  async change(
    deployment: Deployment,
    id: string,
    version: number,
    patch: PatchGateway,
    actorId: string,
  ): Promise<void> {
    await this.write(deployment.id, async (tx) => {
      const row = await lockGateway(tx, deployment.id, id);
      if (row === null) throw notFound('gateway');
      if (row.version !== version) throw staleVersion(row.version);
      await updateGateway(tx, deployment.id, id, this.patched(row, patch));
      // Which settings changed, never to what: they hold secrets and addresses.
      const { settings, ...told } = patch;
      const data = { ...told, ...(settings && { settings: Object.keys(settings) }) };
      return { kind: 'gateway.changed', subjectId: id, actorId, data };
    });
    await this.register(deployment.id, id);
  }

  /** What the provider says against it stands in the log and the light; the settings are kept all the same. */
  private async register(deploymentId: string, id: string): Promise<void> {
    const gateway = await this.catalogue.withId(deploymentId, id);
    if (gateway?.enabled !== true) return;
    await this.adapters
      .find(gateway.kind)
      ?.register?.(gateway)
      .catch(() => undefined);
  }

  /** What came in through it stays. @throws Problem 404 */
  async remove(deployment: Deployment, id: string, actorId: string): Promise<void> {
    await this.write(deployment.id, async (tx) => {
      if (!(await deleteGateway(tx, deployment.id, id))) throw notFound('gateway');
      return { kind: 'gateway.removed', subjectId: id, actorId, data: {} };
    });
  }

  private patched(row: GatewayRecord, patch: PatchGateway): GatewayFields {
    const adapter = this.adapters.find(row.kind);
    const settings =
      adapter === null || patch.settings === undefined
        ? { settings: row.settings, sealed: row.sealed }
        : this.kept(adapter, { ...row.settings, ...this.secretsOf(row), ...patch.settings });
    return {
      name: patch.name ?? row.name,
      enabled: patch.enabled ?? row.enabled,
      token_version: row.token_version + (patch.renewAddress === true ? 1 : 0),
      ...settings,
    };
  }

  private secretsOf(row: GatewayRecord): Settings {
    return row.sealed === null ? {} : (JSON.parse(this.keys.unseal(row.sealed)) as Settings);
  }

  private kept(adapter: GatewayAdapter, given: Settings): Pick<GatewayFields, 'settings' | 'sealed'> {
    const settings = tidied(given);
    const faults = settingsFaults(adapter.fields, settings);
    if (faults.length === 0) faults.push(...(adapter.faultsOf?.(settings) ?? []));
    if (faults.length > 0) throw invalidInput(faults);
    const { plain, secret } = parted(adapter.fields, settings);
    return {
      settings: plain,
      sealed: Object.keys(secret).length === 0 ? null : this.keys.seal(JSON.stringify(secret)),
    };
  }

  private async write(
    deploymentId: string,
    work: (tx: Sql) => Promise<{
      kind: 'gateway.created' | 'gateway.changed' | 'gateway.removed';
      subjectId: string;
      actorId: string;
      data: Settings;
    }>,
  ): Promise<void> {
    await this.database.transaction(async (tx) => appendJournal(tx, [{ deploymentId, ...(await work(tx)) }]));
    this.catalogue.forget();
    this.feed.wake();
  }
}
