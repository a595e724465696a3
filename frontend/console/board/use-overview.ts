/** Loads the board's numbers and keeps them fresh: by the clock, and a moment after something happened. */
import { useEffect, useState } from 'preact/hooks';
import type { Overview } from '@atesto/contract';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import type { BoardPeriod } from '../address/address.js';
import { useConsole } from '../pieces/console-context.js';

const hours: Record<BoardPeriod, number> = { '8h': 8, '24h': 24, '7d': 168, '30d': 720 };
const everyMs = 30_000;
const settleMs = 4_000;

export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export const useOverview = (
  slug: string,
  period: BoardPeriod,
): { overview: Overview | null; problem: Problem | null } => {
  const { context } = useConsole();
  const [overview, setOverview] = useState<Overview | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let wanted = true;
    let soon: ReturnType<typeof setTimeout> | null = null;
    const load = async (): Promise<void> => {
      soon = null;
      try {
        const from = new Date(Date.now() - hours[period] * 3_600_000).toISOString();
        const got = await here(context).overview({ from, zone: zoneHere() });
        if (!wanted) return;
        setOverview(got);
        setProblem(null);
      } catch (error) {
        if (wanted) setProblem(noteProblem(context, error));
      }
    };
    void load();
    const timer = setInterval(() => void load(), everyMs);
    const stop = context.store.subscribe((_, event) => {
      if (event.type === 'changes.arrived') soon ??= setTimeout(() => void load(), settleMs);
    });
    return () => {
      wanted = false;
      clearInterval(timer);
      if (soon !== null) clearTimeout(soon);
      stop();
    };
  }, [slug, period]);
  return { overview, problem };
};
