/** Reads what the public may know of an incident: as it stands, and how it came about. */
import { Injectable } from '@nestjs/common';
import type { PublicHistoryItem, PublicIncident } from '@atesto/contract';
import type { Deployment } from '../../deployments/index.js';
import { Database, notFound, readHistory } from '../../platform/index.js';
import { isPublic, presentPublicIncident } from '../incidents.presenter.js';
import { incidentsById, type IncidentRecord } from '../incidents.queries.js';
import { publicHistoryOf } from './public-history.js';
import type { Stage } from './public-stages.js';

export interface PublicStory {
  incident: PublicIncident;
  /** Oldest first. */
  history: PublicHistoryItem[];
}

/** Where the one that somebody asked for leads to, that was merged into another. */
export interface MergedStory {
  mergedInto: string;
}

/** What it was before it was merged away: that alone would hide it. */
const wasPublic = (incident: IncidentRecord, deployment: Deployment): boolean =>
  isPublic({ ...incident, merged_into: null }, deployment);

/** By the rule as it is now; a category that is not there any more may have been a sensitive one. */
const maySee =
  (deployment: Deployment) =>
  ({ visibility, category = null, isSeconded }: Stage): boolean => {
    const known = deployment.categories.find(({ code }) => code === category);
    const isHidden = category !== null && (known === undefined || deployment.isSensitive(known.id));
    return visibility !== 'internal' && !isHidden && (isSeconded !== false || !deployment.policy.fourEyes);
  };

/** Of one that was merged into one that was merged, and so on. */
const mostMerges = 20;

@Injectable()
export class PublicHistoryReader {
  constructor(private readonly database: Database) {}

  /** @throws Problem 404 for what the public may not see, or not any more */
  async story(deployment: Deployment, id: string): Promise<PublicStory> {
    const [incident] = await incidentsById(this.database, deployment.id, [id]);
    if (incident === undefined || !isPublic(incident, deployment)) throw notFound('incident');
    return {
      incident: presentPublicIncident(incident, deployment),
      history: await this.historyOf(deployment, incident),
    };
  }

  /** As `story`; one that the public knew and that was merged leads to the one that stays. @throws Problem 404 */
  async storyOrSuccessor(deployment: Deployment, id: string): Promise<PublicStory | MergedStory> {
    const [asked] = await incidentsById(this.database, deployment.id, [id]);
    if (!asked?.merged_into || !wasPublic(asked, deployment)) return this.story(deployment, id);
    let [stays] = await incidentsById(this.database, deployment.id, [asked.merged_into]);
    for (let steps = 0; stays?.merged_into && steps < mostMerges; steps++)
      [stays] = await incidentsById(this.database, deployment.id, [stays.merged_into]);
    if (stays === undefined || !isPublic(stays, deployment)) throw notFound('incident');
    return { mergedInto: stays.id };
  }

  private async historyOf(deployment: Deployment, incident: IncidentRecord): Promise<PublicHistoryItem[]> {
    const all = await readHistory(this.database, deployment.id, incident.id);
    const entries = all.filter(({ kind }) => kind.startsWith('incident.'));
    const merged = entries.flatMap(({ data }) => (typeof data['merged'] === 'string' ? [data['merged']] : []));
    const others = merged.length === 0 ? [] : await incidentsById(this.database, deployment.id, merged);
    return publicHistoryOf({
      entries,
      openedAt: incident.opened_at,
      now: {
        visibility: incident.visibility,
        category: deployment.codeOf(incident.category_id),
        isSeconded: incident.seconded_by !== null,
      },
      maySee: maySee(deployment),
      werePublic: new Set(others.filter((other) => wasPublic(other, deployment)).map(({ id }) => id)),
    });
  }
}
