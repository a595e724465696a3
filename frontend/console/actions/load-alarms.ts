/** Asks which channels do not work, for those who can do something about it: silence is what no live frame tells. */
import { mayHere } from '../pieces/rights.js';
import { here, type Context } from './context.js';

export const loadAlarms = async (context: Context): Promise<void> => {
  const { store } = context;
  const { screen } = store.get().address;
  if (screen === 'home' || !mayHere('deployment.edit')(store.get())) return;
  try {
    const gateways = await here(context).gateways();
    const bad = gateways.filter(({ health }) => health === 'silent' || health === 'failing');
    store.dispatch({ type: 'alarms.got', names: bad.map(({ name }) => name) });
  } catch {
    // The next look tells; without an answer nothing is known to be wrong.
  }
};
