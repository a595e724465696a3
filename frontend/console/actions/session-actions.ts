/** Coming in and going out. */
import { isProblem, type Problem } from '../../shared/problem.js';
import { thisBrowser, turnOffPush, type PushHere } from '../my-notices/browser-push.js';
import { attempt, slugOf, type Context } from './context.js';

export const sessionActions = (context: Context, browser: PushHere = thisBrowser) => {
  const { api, store } = context;

  const found = async (): Promise<void> => store.dispatch({ type: 'session.found', view: await api.session() });

  /** The person is told nothing in this browser any more, of none of their deployments. */
  const leaveBrowser = (): Promise<void> => {
    const { session, address } = store.get();
    const slugs = new Set(session.view?.memberships.map(({ deployment }) => deployment.slug));
    const here = slugOf(address);
    if (here !== null) slugs.add(here);
    return turnOffPush(
      [...slugs].map((slug) => api.in(slug)),
      browser,
    );
  };

  return {
    leaveBrowser,

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
      const problem = await attempt(context, 'sign-out', async () => {
        // Whoever sits here next is not told what the one before is told of.
        await leaveBrowser().catch(() => undefined);
        await api.signOut();
      });
      if (problem === null) store.dispatch({ type: 'session.lost', expired: false });
      else store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem } });
    },
  };
};
