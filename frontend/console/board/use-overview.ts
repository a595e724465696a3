/** Loads the board's numbers and keeps them fresh: by the clock, and a moment after something happened. */
import { useEffect, useState } from 'preact/hooks';
import type { Overview } from '@atesto/contract';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import type { BoardPeriod } from '../address/address.js';
import { useConsole } from '../pieces/console-context.js';
import { useTold } from '../pieces/use-told.js';

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
  const [told, setTold] = useState(0);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
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
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [slug, period, told]);
  useTold(
    () => true,
    () => setTold((count) => count + 1),
    settleMs,
  );
  return { overview, problem };
};
