/** Two incidents side by side, and what the survivor says afterwards. Pure. */
import type { IncidentView, PatchIncident } from '@atesto/contract';

export const mergeFields = ['title', 'category', 'severity', 'place', 'location', 'description'] as const;
export type MergeField = (typeof mergeFields)[number];
/** `into` is the incident that stays in name. */
export type Side = 'from' | 'into';
export type Choice = Record<MergeField, Side>;

export type Said = Pick<IncidentView, MergeField>;

const isEmpty = (value: unknown): boolean => value === null || value === '';

export const isSame = (field: MergeField, from: Said, into: Said): boolean =>
  JSON.stringify(from[field]) === JSON.stringify(into[field]);

/** What stays says it, unless it says nothing where the other does. */
export const firstChoice = (from: Said, into: Said): Choice =>
  Object.fromEntries(
    mergeFields.map((field) => [field, isEmpty(into[field]) && !isEmpty(from[field]) ? 'from' : 'into']),
  ) as Choice;

/** Only what the survivor does not say already. */
export const fieldsOf = (choice: Choice, from: Said, into: Said): PatchIncident =>
  Object.fromEntries(
    mergeFields
      .filter((field) => choice[field] === 'from' && !isSame(field, from, into))
      .map((field) => [field, from[field]]),
  );
