/** Does something a moment after the live feed told of a change that concerns it: once for all that comes in that moment. */
import { useEffect, useRef } from 'preact/hooks';
import type { Change } from '@atesto/contract';
import { useConsole } from './console-context.js';

export const useTold = (concerns: (item: Change) => boolean, act: () => void, settleMs = 1_000): void => {
  const { store } = useConsole().context;
  const latest = useRef({ concerns, act });
  latest.current = { concerns, act };
  useEffect(() => {
    let soon: ReturnType<typeof setTimeout> | null = null;
    const stop = store.subscribe((_, event) => {
      if (event.type !== 'changes.arrived' || !event.items.some((item) => latest.current.concerns(item))) return;
      soon ??= setTimeout(() => {
        soon = null;
        latest.current.act();
      }, settleMs);
    });
    return () => {
      if (soon !== null) clearTimeout(soon);
      stop();
    };
  }, [store, settleMs]);
};
