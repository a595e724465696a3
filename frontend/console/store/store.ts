/** One value, one pure function that makes the next, and whoever listens. Nothing in here knows what the state is. */
export interface Store<State, Event> {
  get: () => State;
  dispatch: (event: Event) => void;
  /** Called after each event with the new state; returns the way to stop. */
  subscribe(listener: (state: State, event: Event) => void): () => void;
}

export const createStore = <State, Event>(
  reduce: (state: State, event: Event) => State,
  initial: State,
): Store<State, Event> => {
  let state = initial;
  const listeners = new Set<(state: State, event: Event) => void>();
  return {
    get: () => state,
    dispatch: (event) => {
      state = reduce(state, event);
      // A copy: a listener may stop listening, or dispatch, while it is told.
      for (const listener of [...listeners]) listener(state, event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
