/** The offers of help, page by page, and again when one came in, was decided about or was used. */
import type { Change, OfferView } from '@atesto/contract';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { useConsole } from '../pieces/console-context.js';
import { useTold } from '../pieces/use-told.js';

export const isOfOffers = ({ kind }: Change): boolean => /^(offer\.|incident\.(task_|undone$))/.test(kind);

interface Loaded {
  /** Null until they are there. */
  offers: readonly OfferView[] | null;
  next: string | null;
  problem: Problem | null;
}

const nothing: Loaded = { offers: null, next: null, problem: null };

export const useOffers = (slug: string, all: boolean): Loaded & { more: () => void; retry: () => void } => {
  const { context } = useConsole();
  const [loaded, setLoaded] = useState<Loaded>(nothing);
  const [pages, setPages] = useState(1);
  const [look, setLook] = useState(0);
  const again = (): void => setLook((count) => count + 1);
  useEffect(() => {
    setLoaded(nothing);
    setPages(1);
  }, [slug, all]);
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      try {
        let [offers, next]: [OfferView[], string | null] = [[], null];
        for (let page = 0; page < pages && (page === 0 || next !== null); page++) {
          const got = await here(context).offers({ cursor: next, ...(all ? {} : { usable: true }) });
          [offers, next] = [[...offers, ...got.items], got.next];
        }
        if (isWanted) setLoaded({ offers, next, problem: null });
      } catch (error) {
        const problem = noteProblem(context, error);
        if (isWanted) setLoaded((former) => ({ ...former, problem }));
      }
    };
    void load();
    return () => void (isWanted = false);
  }, [slug, all, pages, look]);
  useTold(isOfOffers, again);
  return { ...loaded, more: () => setPages(pages + 1), retry: again };
};
