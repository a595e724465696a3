/** A broadcast as it is being written: what is missing, and what is sent. Pure. */
import type { AlertWay, BroadcastReach, Severity } from '@atesto/contract';
import { crossesItself, formatArea, mostCorners, type Corner } from '../finding/area-ring.js';

export const mostSubject = 120;
export const mostText = 1000;
export const ways = ['email', 'sms', 'push'] as const satisfies AlertWay[];

export interface Draft {
  subject: string;
  text: string;
  severity: Severity;
  category: string | null;
  /** Null for everywhere. */
  corners: readonly Corner[] | null;
}

export const emptyDraft: Draft = { subject: '', text: '', severity: 'high', category: null, corners: null };

export type DraftFault = 'subject' | 'text' | 'area';

export const faultsOf = ({ subject, text, corners }: Draft): DraftFault[] => [
  ...(subject.trim() === '' ? (['subject'] as const) : []),
  ...(text.trim() === '' ? (['text'] as const) : []),
  ...(corners === null || (corners.length >= 3 && corners.length <= mostCorners && !crossesItself(corners))
    ? []
    : (['area'] as const)),
];

export const wishOf = ({ category, corners }: Draft): { categories?: string[]; area?: string } => ({
  ...(category !== null && { categories: [category] }),
  ...(corners !== null && { area: formatArea(corners) }),
});

export const bodyOf = (draft: Draft) => ({
  subject: draft.subject.trim(),
  text: draft.text.trim(),
  severity: draft.severity,
  ...wishOf(draft),
});

export const totalOf = (reach: BroadcastReach): number => ways.reduce((sum, way) => sum + reach[way], 0);
