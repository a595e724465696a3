/** One action on chosen reports, and what was refused: with the ids as they were sent, whatever is chosen meanwhile. */
import type { BulkReports } from '@atesto/contract';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useActions, useConsole } from '../pieces/console-context.js';
import { asSeen } from './chosen.js';

export interface Refused {
  problem: Problem;
  ids: readonly string[];
}

type Doing = Omit<BulkReports, 'reports'>;

export const useBulk = () => {
  const { store } = useConsole().context;
  const actions = useActions();
  const [refused, setRefused] = useState<Refused | null>(null);
  const send = async (body: Doing, reports: BulkReports['reports']): Promise<Problem | null> => {
    const problem = await actions.bulk.all({ ...body, reports });
    setRefused(problem && { problem, ids: reports.map(({ id }) => id) });
    return problem;
  };
  return {
    refused,
    forget: () => setRefused(null),
    /** All that are chosen now. */
    all: (body: Doing) => {
      const { chosen, queue } = store.get();
      return send(body, asSeen(chosen.ids, queue.rows));
    },
    send,
  };
};

/** For a dialog: what was chosen when it opened, as it was seen then, and after a refusal as it is seen by then. */
export const useBulkOnce = () => {
  const { store } = useConsole().context;
  const { refused, send } = useBulk();
  const [reports] = useState(() => {
    const { chosen, queue } = store.get();
    return asSeen(chosen.ids, queue.rows);
  });
  const isTold = refused?.problem.status === 409;
  return {
    refused,
    count: reports.length,
    send: (body: Doing) => {
      const ids = reports.map(({ id }) => id);
      return send(body, isTold ? asSeen(ids, store.get().queue.rows) : reports);
    },
  };
};
