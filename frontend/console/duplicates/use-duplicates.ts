/** What may be the same as the open report: fetched when it is opened and again whenever it changed. */
import type { DuplicatesView, ReportDetail } from '@atesto/contract';
import { useEffect, useState } from 'preact/hooks';
import { here, noteProblem } from '../actions/context.js';
import { useConsole } from '../pieces/console-context.js';
import type { Problem } from '../../shared/problem.js';

export interface Duplicates {
  /** Null until it is there. */
  view: DuplicatesView | null;
  problem: Problem | null;
}

const none: Duplicates = { view: null, problem: null };

export const useDuplicates = (report: ReportDetail): Duplicates => {
  const { context } = useConsole();
  const [found, setFound] = useState<Duplicates & { of: string }>({ ...none, of: report.id });
  useEffect(() => {
    const stop = new AbortController();
    here(context)
      .duplicates(report.id, stop.signal)
      .then(
        (view) => setFound({ of: report.id, view, problem: null }),
        (error: unknown) => {
          if (!stop.signal.aborted) setFound({ of: report.id, view: null, problem: noteProblem(context, error) });
        },
      );
    return () => stop.abort();
  }, [report.id, report.version]);
  return found.of === report.id ? found : none;
};
