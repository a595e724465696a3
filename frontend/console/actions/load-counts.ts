/** Asks how much waits in quarantine, which no live frame tells; a list of it that is open takes in what is new. */
import { mayHere } from '../pieces/rights.js';
import { here, type Context } from './context.js';
import { freshenQueue } from './load-queue.js';

export const loadCounts = async (context: Context): Promise<void> => {
  const { store } = context;
  const { address, quarantined } = store.get();
  if (address.screen === 'home' || !mayHere('reports.read')(store.get())) return;
  try {
    const counts = await here(context).reportCounts();
    store.dispatch({ type: 'counts.got', counts });
    const now = store.get().address;
    const isOpen = now.screen === 'room' && now.tab === 'quarantine';
    if (isOpen && counts.quarantined > quarantined) await freshenQueue(context, now);
  } catch {
    // The next look tells; a count is no reason to disturb anybody.
  }
};
