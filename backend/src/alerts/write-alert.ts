/** Puts together what a subscription is sent, from what the public may know at this moment. */
import { Inject, Injectable } from '@nestjs/common';
import type { AlertNews } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { IncidentReader, isPublic, presentPublicIncident } from '../incidents/index.js';
import { CONFIG, Database, type Config } from '../platform/index.js';
import { AlertTokens } from './alert-tokens.js';
import type { AlertSubscriptionRow } from './alerts.entities.js';
import { broadcastById } from './broadcasts.queries.js';
import { composeBroadcast, composeNews, composeQuestion, type Composed, type Frame } from './compose-alert.js';
import type { Taken } from './deliveries.queries.js';
import { wishInWords } from './wish-words.js';

@Injectable()
export class WriteAlert {
  constructor(
    private readonly database: Database,
    private readonly incidents: IncidentReader,
    private readonly tokens: AlertTokens,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Null when nothing of it may be told any more. */
  async message(deployment: Deployment, to: AlertSubscriptionRow, taken: readonly Taken[]): Promise<Composed | null> {
    const stop = this.tokens.path('stop', deployment, to.id);
    const frame: Frame = { deployment, language: to.language, publicUrl: this.config.publicUrl, stop };
    const [first] = taken;
    if (first?.news === 'confirm') return this.question(frame, to);
    if (first?.news !== 'broadcast') return this.news(frame, taken);
    const broadcast = await broadcastById(this.database, deployment.id, first.subject_id);
    return broadcast === null ? null : composeBroadcast(broadcast, frame);
  }

  private question(frame: Frame, to: AlertSubscriptionRow): Composed {
    const { deployment, language } = frame;
    const code = to.code_until === null ? null : this.tokens.code(deployment.id, to.id, to.code_until);
    const path = this.tokens.path('confirm', deployment, to.id);
    return composeQuestion(frame, { wish: wishInWords(deployment, to, language), path, code });
  }

  private async news(frame: Frame, taken: readonly Taken[]): Promise<Composed | null> {
    const { deployment } = frame;
    const latest = new Map<string, AlertNews>();
    for (const { subject_id: id, news } of taken) {
      // Of one that is over, nothing else is news any more; else what was told first is the least of it.
      if (news === 'broadcast' || news === 'confirm') continue;
      if (news === 'resolved' || latest.get(id) !== 'resolved') latest.set(id, news);
    }
    const rows = await this.incidents.records(deployment.id, [...latest.keys()]);
    const told = rows
      .filter((row) => isPublic(row, deployment))
      .map((row) => ({ news: latest.get(row.id) ?? 'public', incident: presentPublicIncident(row, deployment) }));
    return told.length === 0 ? null : composeNews(told, frame);
  }
}
