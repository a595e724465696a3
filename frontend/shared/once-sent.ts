/** Gives what is sent an id, the same one until the server has answered: sent again after a broken line it is the same thing. */
import { makeUuid } from './uuid.js';

interface Sent {
  body: object;
  /** To be called once the server has answered. */
  settle: () => void;
}

export const onceSent = (): ((path: string, body: object) => Sent) => {
  const ids = new Map<string, string>();
  return (path, body) => {
    const what = `${path} ${JSON.stringify(body)}`;
    const id = ids.get(what) ?? makeUuid();
    ids.set(what, id);
    return { body: { id, ...body }, settle: () => void ids.delete(what) };
  };
};
