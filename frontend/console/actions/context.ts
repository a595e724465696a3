/** What every action works with, passed in so that a test can pass its own. */
import type { Api, DeploymentApi } from '../../shared/api.js';
import { asProblem, type Problem } from '../../shared/problem.js';
import type { Address } from '../address/address.js';
import type { ConsoleEvent, ConsoleState } from '../store/state.js';
import type { Store } from '../store/store.js';

export interface Context {
  api: Api;
  store: Store<ConsoleState, ConsoleEvent>;
  /** Changes the address bar, and through it the state. */
  go: (address: Address, how?: 'push' | 'replace') => void;
}

export const slugOf = (address: Address): string | null => (address.screen === 'home' ? null : address.slug);

/** Calls inside the deployment that the address names. */
export const here = (context: Context): DeploymentApi => context.api.in(slugOf(context.store.get().address) ?? '');

/** A 401 anywhere means that the session ended: back to the sign-in, with the address kept. */
export const noteProblem = (context: Context, error: unknown): Problem => {
  const problem = asProblem(error);
  if (problem.status === 401 && context.store.get().session.phase === 'in') {
    context.store.dispatch({ type: 'session.lost', expired: true });
  }
  return problem;
};

/** Runs one action at a time, marks it as under way, and hands back what went wrong, if anything. */
export const attempt = async (context: Context, name: string, work: () => Promise<void>): Promise<Problem | null> => {
  const { store } = context;
  if (store.get().busy !== null) return null;
  store.dispatch({ type: 'action.started', name });
  try {
    await work();
    return null;
  } catch (error) {
    return noteProblem(context, error);
  } finally {
    store.dispatch({ type: 'action.ended' });
  }
};
