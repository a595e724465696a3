/** The limit and the end of an API key as fields hold them, and what is sent of them. Pure. */
import type { ApiKeyView } from '@atesto/contract';

export interface KeyLimitFields {
  perMinute: string;
  /** `YYYY-MM-DD`, empty for none: the key ends when this day begins in UTC. */
  expires: string;
}

export const usualLimits: KeyLimitFields = { perMinute: '600', expires: '' };

export const limitsOf = ({ perMinute, expiresAt }: ApiKeyView): KeyLimitFields => ({
  perMinute: String(perMinute),
  expires: expiresAt?.slice(0, 10) ?? '',
});

export const readLimits = ({
  perMinute,
  expires,
}: KeyLimitFields): { perMinute: number; expiresAt: string | null } => ({
  perMinute: Number(perMinute),
  expiresAt: expires === '' ? null : `${expires}T00:00:00.000Z`,
});

/** Requests on the day of `nowMs`, and in all days that are told. */
export function usesOf({ usage }: Pick<ApiKeyView, 'usage'>, nowMs: number): { today: number; all: number } {
  const day = new Date(nowMs).toISOString().slice(0, 10);
  return {
    today: usage.find((one) => one.day === day)?.count ?? 0,
    all: usage.reduce((sum, { count }) => sum + count, 0),
  };
}
