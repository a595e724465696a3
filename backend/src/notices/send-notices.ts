/**
 * Sends what waits, all that is due for a person by one way as one message. It is marked before it leaves, so that no
 * restart sends it twice; what fails is tried again, and the person sees what became of it.
 */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { NoticeWay } from '@atesto/contract';
import { DeploymentCatalogue, type Deployment } from '../deployments/index.js';
import type { Outcome } from '../gateways/index.js';
import { CLOCK, Database, Jobs, type Clock, type Sql } from '../platform/index.js';
import {
  dueBundles,
  giveUpSending,
  noteDelivery,
  noticesBySeq,
  putOff,
  recipientOf,
  takeDue,
  type DueBundle,
  type RecipientRecord,
} from './deliveries.queries.js';
import { foldNotices } from './fold-notices.js';
import { gapMs } from './message-gap.js';
import { forgetNotices } from './notices.queries.js';
import { firstPreferences } from './preferences.js';
import { endOfQuiet } from './quiet-hours.js';
import { Ways } from './ways.js';

export const SEND_NOTICES_JOB = 'send-notices';

export interface SendNoticesJob {
  deploymentId: string;
  userId: string;
  way: NoticeWay;
}

const mostAttempts = 5;
const sendingMs = 10 * 60_000;
const keptDays = 90;
/** So many are sent to at once: a chat that does not answer holds up few. */
const crowd = 20;

@Injectable()
export class SendNotices implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly deployments: DeploymentCatalogue,
    private readonly ways: Ways,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.workInCrowds<SendNoticesJob>(SEND_NOTICES_JOB, ({ deploymentId, userId, way }) =>
      this.send({ deployment_id: deploymentId, user_id: userId, way }),
    );
    await this.jobs.every('due-notices', '* * * * *', () => this.run());
    await this.jobs.every('forget-notices', '17 3 * * *', () => this.forget());
  }

  /** What became due by the clock: digests, ends of quiet hours, further tries, the rest of storms. */
  async run(): Promise<void> {
    const now = this.clock.now();
    await giveUpSending(this.database, new Date(now.getTime() - sendingMs));
    const bundles = await dueBundles(this.database, now);
    for (let at = 0; at < bundles.length; at += crowd) {
      // Whoever could not be sent to is still due at the next minute.
      await Promise.allSettled(bundles.slice(at, at + crowd).map((bundle) => this.send(bundle)));
    }
  }

  async send(bundle: DueBundle): Promise<void> {
    const [now, messageId] = [this.clock.now(), uuidv7()];
    const { deployment_id: deploymentId, way } = bundle;
    const { seqs, attempts } = await this.database.transaction(async (tx) => {
      await this.keepQuiet(tx, bundle, now);
      return takeDue(tx, bundle, messageId, now, gapMs[way]);
    });
    if (seqs.length === 0) return;
    const outcome = await this.tryToSend(bundle, messageId, seqs);
    const isAgain = outcome.state === 'failed' && outcome.isPassing && attempts < mostAttempts;
    await noteDelivery(this.database, deploymentId, messageId, {
      state: isAgain ? 'waiting' : outcome.state,
      detail: outcome.state === 'sent' ? null : outcome.detail,
      dueAt: isAgain ? new Date(now.getTime() + 30_000 * 2 ** attempts) : null,
      at: this.clock.now(),
    });
  }

  private async keepQuiet(tx: Sql, bundle: DueBundle, now: Date): Promise<void> {
    const person = await recipientOf(tx, bundle.deployment_id, bundle.user_id);
    const { quiet, zone } = person?.preferences ?? firstPreferences;
    const until = endOfQuiet(quiet, zone, now);
    if (quiet === null || until === null) return;
    await putOff(tx, bundle, now, { until, criticalPasses: quiet.criticalPasses });
  }

  private async tryToSend({ deployment_id, user_id, way }: DueBundle, id: string, seqs: string[]): Promise<Outcome> {
    try {
      const deployment = await this.deployments.withId(deployment_id);
      const person = await recipientOf(this.database, deployment_id, user_id);
      if (deployment === null || person === null) {
        return { state: 'withheld', detail: 'The person is no member any more.' };
      }
      return await this.ways.send(
        way,
        { id, userId: user_id, deployment, person },
        await this.words(deployment, person, user_id, seqs),
      );
    } catch (error) {
      const detail = error instanceof Error ? error.message : 'It could not be sent.';
      return { state: 'failed', detail, isPassing: true };
    }
  }

  private async words(deployment: Deployment, person: RecipientRecord, userId: string, seqs: string[]) {
    const { language } = person.preferences ?? firstPreferences;
    const rows = await noticesBySeq(this.database, deployment.id, userId, seqs);
    const told = rows.map((row) => {
      const names = deployment.categoryById(row.category_id)?.names;
      return {
        kind: row.kind,
        subject: { kind: row.subject_kind, id: row.subject_id },
        number: row.number,
        category: names === undefined ? null : (names[language] ?? names['en'] ?? Object.values(names)[0] ?? null),
        severity: row.severity,
      };
    });
    return foldNotices(told, deployment, language);
  }

  private async forget(): Promise<void> {
    await forgetNotices(this.database, new Date(this.clock.now().getTime() - keptDays * 86_400_000));
  }
}
