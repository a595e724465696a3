/** Reports and incidents that fit what is typed into the palette, by number or words. */
import { useEffect, useState } from 'preact/hooks';
import { here } from '../actions/context.js';
import type { Selection } from '../address/address.js';
import { useConsole } from '../pieces/console-context.js';

export interface FoundLine {
  id: string;
  label: string;
  to: Selection;
}

const pauseMs = 150;
const most = 5;

export const useFound = (typed: string, noText: string): readonly FoundLine[] => {
  const { context } = useConsole();
  const [found, setFound] = useState<readonly FoundLine[]>([]);
  const q = typed.trim();
  useEffect(() => {
    setFound([]);
    if (q.length < 2 && !/^\d$/.test(q)) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      const api = here(context);
      const [incidents, reports] = await Promise.all([
        api.incidents({ q, limit: most }, stop.signal),
        api.reports({ q, limit: most }, stop.signal),
      ]);
      setFound([
        ...incidents.items.map(({ id, number, title }): FoundLine => ({
          id,
          label: `#${number} ${title}`,
          to: { kind: 'incident', id },
        })),
        ...reports.items.map(({ id, text }): FoundLine => ({
          id,
          label: text === '' ? noText : text.slice(0, 90),
          to: { kind: 'report', id },
        })),
      ]);
    };
    // Without them the commands are there all the same.
    const timer = setTimeout(() => void look().catch(() => undefined), pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [q]);
  return found;
};
