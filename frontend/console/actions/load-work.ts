/** Fetches what the signed-in person has to do: at first, as time goes by, and when something of it changed. */
import type { Change, MyWork } from '@atesto/contract';
import { mayHere } from '../pieces/rights.js';
import { worksOn } from '../together/work.js';
import type { ConsoleState } from '../store/state.js';
import { here, type Context } from './context.js';

export const loadWork = async (context: Context): Promise<MyWork | null> => {
  const { store } = context;
  if (store.get().address.screen === 'home' || !mayHere('reports.read')(store.get())) return null;
  const work = await here(context).myWork();
  store.dispatch({ type: 'work.got', work });
  return work;
};

/** Without it the list stays as it is until the next look. */
export const lookAtWork = (context: Context): void => void loadWork(context).catch(() => undefined);

/** Whether a change touches what the person has to do, now or until now. */
export const concernsWork = ({ session, work }: ConsoleState, item: Change): boolean => {
  const me = session.view?.user;
  if (me === undefined) return false;
  const mine = [me.id, me.organisation?.id];
  if (item.kind === 'note.added' && 'mentions' in item) return item.mentions.includes(me.id);
  if (work !== null && worksOn(work, item.id)) return true;
  if ('report' in item) return mine.includes(item.report.claim?.by.id) || mine.includes(item.report.assignee?.id);
  return 'incident' in item && 'assignee' in item.incident && mine.includes(item.incident.assignee?.id);
};
