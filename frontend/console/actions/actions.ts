/** Everything a view can ask for, in one place. */
import type { Context } from './context.js';
import { duplicateActions } from './duplicate-actions.js';
import { bulkActions } from './bulk-actions.js';
import { incidentActions } from './incident-actions.js';
import { loadNextPage, loadQueue } from './load-queue.js';
import { reportActions } from './report-actions.js';
import { roomActions } from './room-actions.js';
import { sessionActions } from './session-actions.js';
import { undoActions } from './undo-actions.js';
import { teamActions } from './team-actions.js';

export const createActions = (context: Context) => ({
  session: sessionActions(context),
  room: roomActions(context),
  report: reportActions(context),
  incident: incidentActions(context),
  duplicates: duplicateActions(context),
  undo: undoActions(context),
  team: teamActions(context),
  bulk: bulkActions(context),
  queue: {
    more: (): Promise<void> => loadNextPage(context),
    retry: async (): Promise<void> => {
      const { address } = context.store.get();
      if (address.screen === 'room') await loadQueue(context, address);
    },
  },
});

export type Actions = ReturnType<typeof createActions>;
