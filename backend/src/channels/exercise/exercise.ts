/**
 * `npm start -- --demo`: a made-up exercise in a deployment of its own, with reports that keep coming in, so that one
 * can see and try everything without a disaster.
 */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CreateDeployment, DeploymentCatalogue, type Deployment } from '../../deployments/index.js';
import { openIncident, recountReports } from '../../incidents/index.js';
import { Intake, type Submission } from '../../intake/index.js';
import { appendJournal, CLOCK, Database, LOG, type Clock, type Log, type Sql } from '../../platform/index.js';
import { reportsById, writeTriage } from '../../reports/index.js';
import { exerciseTexts, type ExerciseText } from './exercise-texts.js';
import { towns } from './towns.js';

export const exerciseSlug = 'exercise';
const area = { west: 3.35, south: 51.35, east: 4.35, north: 51.78 };
const firstReports = 80;
const shortestPauseMs = 2_000;
const longestPauseMs = 7_000;

const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(Math.random() * items.length)] as Item;
const around = (centre: number, spread: number): number => centre + (Math.random() + Math.random() - 1) * spread;

@Injectable()
export class Exercise implements OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly database: Database,
    private readonly createDeployment: CreateDeployment,
    private readonly catalogue: DeploymentCatalogue,
    private readonly intake: Intake,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async begin(): Promise<void> {
    const known = await this.database.query('select 1 from deployments where slug = $1', [exerciseSlug]);
    if (known.length === 0) {
      const deployment = await this.createDeployment.create(
        { slug: exerciseSlug, name: 'Exercise: storm tide', area, languages: ['en', 'de'], exercise: true },
        null,
      );
      await this.database.transaction((tx) => this.fill(tx, deployment));
    }
    this.goOn();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private goOn(): void {
    const pauseMs = shortestPauseMs + Math.random() * (longestPauseMs - shortestPauseMs);
    this.timer = setTimeout(() => {
      this.reportOne()
        .catch((error: unknown) => this.log.warn({ err: error }, 'an exercise report was not sent'))
        .finally(() => this.goOn());
    }, pauseMs);
    this.timer.unref();
  }

  private async reportOne(): Promise<void> {
    const deployment = await this.catalogue.named(exerciseSlug);
    await this.intake.accept(deployment, submissionOf(oneOf(exerciseTexts), this.clock.now()));
  }

  /** The hours before: most reports still wait, some have become incidents. */
  private async fill(tx: Sql, deployment: Deployment): Promise<void> {
    const now = this.clock.now().getTime();
    const texts = Array.from({ length: firstReports }, () => oneOf(exerciseTexts));
    const submissions = texts.map((text) => submissionOf(text, new Date(now - Math.random() ** 2 * 6 * 3_600_000)));
    await this.intake.acceptMany(tx, deployment, submissions);
    for (const [index, submission] of submissions.entries()) {
      const text = texts[index];
      if (index % 4 === 0 && text !== undefined) await this.verify(tx, deployment, text, submission);
    }
  }

  private async verify(tx: Sql, deployment: Deployment, text: ExerciseText, submission: Submission): Promise<void> {
    const id = submission.externalId;
    const [report] = await reportsById(tx, deployment.id, [id]);
    if (report === undefined) return;
    const at = submission.receivedAt ?? this.clock.now();
    const fields = {
      title: text.title,
      description: '',
      categoryId: report.category_id,
      severity: oneOf(['low', 'normal', 'normal', 'high', 'critical'] as const),
      visibility: 'public' as const,
      location: submission.location ?? null,
      place: text.place,
    };
    const incidentId = await openIncident(tx, deployment, fields, null, at);
    await writeTriage(tx, deployment.id, id, {
      status: 'verified',
      claimedBy: null,
      claimedUntil: null,
      incidentId,
      rejectionReason: null,
      rejectionNote: null,
    });
    await recountReports(tx, deployment.id, incidentId, at);
    const data = { incident: incidentId, status: 'verified', before: { status: 'new' } };
    await appendJournal(tx, [
      { deploymentId: deployment.id, kind: 'report.verified', subjectId: id, actorId: null, data },
    ]);
  }
}

function submissionOf(text: ExerciseText, receivedAt: Date): Submission {
  const [lat, lon, spread] = oneOf(towns);
  const id = randomUUID();
  const isLocated = Math.random() < 0.85;
  return {
    channel: 'web',
    externalId: id,
    reportId: id,
    text: text.text,
    category: Math.random() < 0.9 ? text.category : undefined,
    place: text.place,
    location: isLocated
      ? { lat: around(lat, spread), lon: around(lon, spread * 1.6), accuracy: 5 + Math.round(Math.random() * 60) }
      : undefined,
    language: 'en',
    receivedAt,
  };
}
