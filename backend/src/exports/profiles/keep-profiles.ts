/**
 * Ways to export under a name: filters, columns and headings. Coordinators keep them together. An address without
 * sign-in shows no more than whoever opened the profile may see today.
 */
import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { ExportProfileView, NewExportProfile, PatchExportProfile } from '@atesto/contract';
import { heldPermissions } from '../../accounts/index.js';
import { DeploymentCatalogue, type Deployment } from '../../deployments/index.js';
import {
  actorOf,
  appendJournal,
  CLOCK,
  CONFIG,
  Database,
  notAllowed,
  notFound,
  Problem,
  type Access,
  type Clock,
  type Config,
  type Sql,
} from '../../platform/index.js';
import { columnsFor } from '../rows/read-choice.js';
import { readFilter } from '../rows/read-filter.js';
import {
  deleteProfile,
  insertProfile,
  listProfiles,
  noteUse,
  profileById,
  profileByToken,
  writeProfile,
  type ProfileFields,
  type ProfileRecord,
} from './profiles.queries.js';

const mostProfiles = 100;
const tooMany = (): Problem =>
  new Problem(409, 'too-many-profiles', 'Too many export profiles', `A deployment keeps ${mostProfiles}. Remove one.`);

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const presentProfile = (row: ProfileRecord): ExportProfileView => ({
  id: row.id,
  name: row.name,
  audience: row.audience,
  filter: row.filter,
  columns: row.columns,
  by: { id: row.created_by, name: row.author_name ?? '' },
  createdAt: row.created_at.toISOString(),
  open: row.token_hash !== null,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
});

function refuseFaulty({ filter, columns, audience }: Pick<ProfileFields, 'filter' | 'columns' | 'audience'>): void {
  readFilter(filter);
  columnsFor(columns, audience);
}

@Injectable()
export class KeepProfiles {
  constructor(
    private readonly database: Database,
    private readonly deployments: DeploymentCatalogue,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async list({ id }: Deployment): Promise<ExportProfileView[]> {
    return (await listProfiles(this.database, id)).map(presentProfile);
  }

  /** @throws Problem 404 */
  async named({ id: deploymentId }: Deployment, id: string): Promise<ProfileRecord> {
    const profile = await profileById(this.database, deploymentId, id);
    if (profile === null) throw notFound('export profile');
    return profile;
  }

  /** @throws Problem 422 for filters or columns that there are none of, 409 when there are too many */
  add(deployment: Deployment, input: NewExportProfile, by: Access): Promise<ExportProfileView> {
    refuseFaulty(input);
    const [id, actorId, at] = [uuidv7(), actorOf(by), this.clock.now()];
    return this.database.transaction(async (tx) => {
      if ((await listProfiles(tx, deployment.id)).length >= mostProfiles) throw tooMany();
      await insertProfile(tx, deployment.id, id, { ...input, token_hash: null }, actorId, at);
      const { name, audience, filter } = input;
      const entry = { deploymentId: deployment.id, subjectId: id, actorId, data: { name, audience, filter } };
      await appendJournal(tx, [{ ...entry, kind: 'export_profile.created' }]);
      return this.shown(tx, deployment.id, id);
    });
  }

  async change(
    { id: deploymentId }: Deployment,
    id: string,
    input: PatchExportProfile,
    by: Access,
  ): Promise<ExportProfileView> {
    // It would outlive the key, and what limits that.
    if (input.address === true && by.key !== undefined) throw notAllowed('A key cannot open an address.');
    const token = input.address === true ? randomBytes(24).toString('base64url') : null;
    const view = await this.database.transaction(async (tx) => {
      const before = await profileById(tx, deploymentId, id);
      if (before === null) throw notFound('export profile');
      const { address, ...fields } = input;
      const after = { ...before, ...fields };
      refuseFaulty(after);
      // Where an address stands already, it was meant for what it showed.
      const isWider = before.audience === 'public' && after.audience === 'responders';
      const kept = address === undefined && !isWider ? before.token_hash : token === null ? null : hashOf(token);
      await writeProfile(tx, deploymentId, id, { ...after, token_hash: kept });
      const data = { name: after.name, changed: Object.keys(input) };
      await appendJournal(tx, [
        { deploymentId, kind: 'export_profile.changed', subjectId: id, actorId: actorOf(by), data },
      ]);
      return this.shown(tx, deploymentId, id);
    });
    return token === null ? view : { ...view, address: `${this.config.publicUrl}/api/v1/exports/${token}/incidents.` };
  }

  async remove({ id: deploymentId }: Deployment, id: string, by: Access): Promise<void> {
    await this.database.transaction(async (tx) => {
      if (!(await deleteProfile(tx, deploymentId, id))) throw notFound('export profile');
      await appendJournal(tx, [{ deploymentId, kind: 'export_profile.removed', subjectId: id, actorId: actorOf(by) }]);
    });
  }

  /** @throws Problem 404 for a token of nothing, or of somebody who may not see it any more */
  async byToken(token: string): Promise<{ profile: ProfileRecord; deployment: Deployment }> {
    const profile = await profileByToken(this.database, hashOf(token));
    if (profile === null) throw notFound('export address');
    const deployment = await this.deployments.withId(profile.deployment_id);
    if (deployment === null) throw notFound('export address');
    const held = await heldPermissions(this.database, deployment.id, profile.created_by);
    if (!held.has('exports.read')) throw notFound('export address');
    await noteUse(this.database, deployment.id, profile.id, this.clock.now());
    return { profile, deployment };
  }

  private async shown(tx: Sql, deploymentId: string, id: string): Promise<ExportProfileView> {
    const profile = await profileById(tx, deploymentId, id);
    if (profile === null) throw notFound('export profile');
    return presentProfile(profile);
  }
}
