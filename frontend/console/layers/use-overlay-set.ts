/** The layers on one of the console's maps: loaded when there is a map, kept up from the live feed, gone with the map. */
import type { AreaStatus, OverlayView } from '@atesto/contract';
import type L from 'leaflet';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OverlaySet } from '../../shared/leaflet/overlays/index.js';
import { slugOf } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';

export interface OpenArea {
  overlay: OverlayView;
  area: AreaStatus;
}

export interface Overlays {
  set: OverlaySet | null;
  /** The list of them with boxes, to be put on the page. */
  panel: HTMLElement | null;
  /** Goes up whenever something about them is another. */
  turn: number;
}

const none: Overlays = { set: null, panel: null, turn: 0 };

export const useOverlaySet = (map: L.Map | null, onArea: ((open: OpenArea) => void) | null): Overlays => {
  const { context } = useConsole();
  const { language } = useWords();
  const [overlays, setOverlays] = useState(none);
  const latest = useRef(onArea);
  latest.current = onArea;
  const mayOpen = onArea !== null;
  useEffect(() => {
    const deployment = slugOf(context.store.get().address);
    if (map === null || deployment === null) return;
    let isGone = false;
    let end = (): void => undefined;
    void import('../../shared/leaflet/overlays/index.js').then(({ OverlayPanel, OverlaySet: Overlays }) => {
      if (isGone) return;
      const set: OverlaySet = new Overlays({
        ...{ map, deployment, audience: 'responders', language },
        languages: context.store.get().deployment.view?.languages ?? [],
        onChange: () => {
          panel.render();
          setOverlays(({ turn }) => ({ set, panel: panel.root, turn: turn + 1 }));
        },
        ...(mayOpen && { onArea: (overlay: OverlayView, area: AreaStatus) => latest.current?.({ overlay, area }) }),
      });
      const panel = new OverlayPanel(set);
      const stop = context.store.subscribe((_, event) => {
        if (event.type === 'changes.arrived') set.onChanges(event.items);
        if (event.type === 'queue.started') void set.refresh();
      });
      end = () => {
        stop();
        set.end();
      };
    });
    return () => {
      isGone = true;
      end();
      setOverlays(none);
    };
  }, [map, language, mayOpen]);
  return overlays;
};
