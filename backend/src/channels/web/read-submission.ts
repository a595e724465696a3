/** Turns the web's report, as JSON says it, into a submission. Pure. */
import { Location, ReporterContact, SubmitReport } from '@atesto/contract';
import { readPlace, type Near } from '@atesto/frontend/report';
import type { Submission } from '../../intake/index.js';
import { invalidInput, refuseInvalid } from '../../platform/index.js';
import type { KeptMedium } from '../../reports/index.js';

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Makes the instance by hand: the general transformer costs more than the whole rest of an intake.
 * Nothing but the two nested classes needs one.
 */
function instanceOf(body: unknown): SubmitReport {
  if (!isPlain(body)) throw invalidInput([{ pointer: '', detail: 'must be an object' }]);
  const report = Object.assign(new SubmitReport(), body);
  if (isPlain(body['location'])) report.location = Object.assign(new Location(), body['location']);
  if (isPlain(body['reporter'])) report.reporter = Object.assign(new ReporterContact(), body['reporter']);
  return report;
}

const deepestAnswers = 8;

/** Whether lists and objects stand inside each other more than `levels` times. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}

/** A time without a zone is in UTC, wherever the server stands. */
function instantOf(text: string): Date {
  const isTime = /[T ]\d/.test(text);
  const hasZone = /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(text);
  return new Date(isTime && !hasZone ? `${text}Z` : text);
}

/** What was said, else the point that the pasted words of the place stand for, unless somebody took it away. */
function locationOf({ location, place, language }: SubmitReport, near: Near | null): Location | undefined {
  if (location !== undefined || place == null) return location ?? undefined;
  return readPlace(place, near, language ?? '') ?? undefined;
}

interface Means {
  near: Near | null;
  media: KeptMedium[];
  makeId: () => string;
}

/** @throws Problem 422 naming each field that is not as it should be */
export function readSubmission(body: unknown, { near, media, makeId }: Means): Submission {
  const report = instanceOf(body);
  refuseInvalid(report);
  if (report.answers != null && isDeeper(report.answers, deepestAnswers)) {
    throw invalidInput([{ pointer: '/answers', detail: `must not be nested deeper than ${deepestAnswers} levels` }]);
  }
  const text = report.text?.trim() ?? '';
  const photos = report.photos ?? 0;
  const hasPlace = report.location != null || (report.place?.trim() ?? '') !== '';
  if (text === '' && !hasPlace && media.length === 0 && photos === 0) {
    throw invalidInput([{ pointer: '/text', detail: 'a text, a place or a photo must be there' }]);
  }
  const observedAt = report.observedAt == null ? undefined : instantOf(report.observedAt);
  // The standard knows week dates and more, which the language cannot read.
  if (observedAt !== undefined && Number.isNaN(observedAt.getTime())) {
    throw invalidInput([{ pointer: '/observedAt', detail: 'must be a date like 2026-02-03T04:05:06Z' }]);
  }
  const id = (report.id ?? makeId()).toLowerCase();
  return {
    channel: 'web',
    externalId: id,
    reportId: id,
    text,
    // `null` passes as "not there": phones and programs send it for empty fields.
    category: report.category ?? undefined,
    location: locationOf(report, near),
    place: report.place ?? undefined,
    observedAt,
    language: report.language ?? undefined,
    answers: report.answers ?? undefined,
    reporter: report.reporter ?? undefined,
    media,
    mediaExpected: photos,
    quarantined: (report.trap?.trim() ?? '') !== '',
  };
}
