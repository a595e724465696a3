/** Coming in and going out. */
import { isProblem, type Problem } from '../../shared/problem.js';
import { attempt, type Context } from './context.js';

export const sessionActions = (context: Context) => {
  const { api, store } = context;

  const found = async (): Promise<void> => store.dispatch({ type: 'session.found', view: await api.session() });

  return {
    /** On opening the page: somebody may be signed in already. */
    resume: async (): Promise<Problem | null> => {
      try {
        await found();
        return null;
      } catch (error) {
        store.dispatch({ type: 'session.lost', expired: false });
        if (isProblem(error) && error.status === 401) return null;
        return isProblem(error) ? error : null;
      }
    },

    signIn: (email: string, password: string): Promise<Problem | null> =>
      attempt(context, 'sign-in', async () => {
        await api.signIn({ email, password });
        await found();
      }),

    signOut: async (): Promise<void> => {
      const problem = await attempt(context, 'sign-out', () => api.signOut());
      if (problem === null) store.dispatch({ type: 'session.lost', expired: false });
      else store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem } });
    },
  };
};
