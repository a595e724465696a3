/** Makes the row of a submission. Nothing is refused for being imperfect; what has no column is kept as an answer. */
import { uuidv7 } from 'uuidv7';
import type { Deployment } from '../deployments/index.js';
import type { Keys } from '../platform/index.js';
import type { IncomingReport } from './intake.queries.js';
import { storable, storableJson, type Submission } from './submission.js';

/** One spelling of an address, so that equal ones have equal names. */
export function addressOf({ phone, email, handle }: NonNullable<Submission['reporter']>): string | null {
  const digits = phone?.replace(/[^\d+]/g, '') ?? '';
  if (digits !== '') return `tel:${digits}`;
  if (email !== undefined) return `mailto:${email.trim().toLowerCase()}`;
  return handle ?? null;
}

/** What tells one person behind a channel from others, and nothing else. */
export const addressName = (keys: Keys, channel: string, address: string): Buffer =>
  keys.nameOf(`${channel} ${address}`);

function contactOf(
  reporter: Submission['reporter'],
  channel: string,
  keys: Keys,
): Pick<IncomingReport, 'sealed' | 'addressName'> {
  const given = Object.entries<string | undefined>({ ...reporter }).filter(
    ([, value]) => value !== undefined && value.trim() !== '',
  );
  if (reporter === undefined || given.length === 0) return { sealed: null, addressName: null };
  const address = addressOf(reporter);
  return {
    sealed: keys.seal(JSON.stringify(Object.fromEntries(given))),
    addressName: address === null ? null : addressName(keys, channel, address),
  };
}

function answersOf(submission: Submission, isKnownCategory: boolean): string {
  const answers = submission.answers ?? {};
  const { category } = submission;
  const all = category === undefined || isKnownCategory ? answers : { ...answers, category };
  return Object.keys(all).length === 0 ? '{}' : JSON.stringify(storableJson(all));
}

const wordsOrNull = (text: string | undefined): string | null => {
  const words = storable(text ?? '').trim();
  return words === '' ? null : words;
};

export function incomingOf(deployment: Deployment, submission: Submission, keys: Keys, now: Date): IncomingReport {
  const category = submission.category === undefined ? null : deployment.category(submission.category);
  return {
    deploymentId: deployment.id,
    id: submission.reportId ?? uuidv7(),
    channel: submission.channel,
    externalId: submission.externalId,
    text: storable(submission.text),
    categoryId: category?.id ?? null,
    lon: submission.location?.lon ?? null,
    lat: submission.location?.lat ?? null,
    accuracy: submission.location?.accuracy ?? null,
    place: wordsOrNull(submission.place),
    language: submission.language ?? null,
    observedAt: submission.observedAt ?? null,
    receivedAt: submission.receivedAt ?? now,
    answers: answersOf(submission, category !== null),
    mediaExpected: submission.mediaExpected ?? 0,
    quarantined: submission.quarantined ?? false,
    ...contactOf(submission.reporter, submission.channel, keys),
  };
}
