/** The layers over the map: added, arranged, changed, hidden and removed here. */
import type { OverlayDetail, OverlayKind } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { here } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useTold } from '../pieces/use-told.js';
import { useRemote } from '../settings/use-remote.js';
import { LayerCard } from './layer-card.js';
import { LayerForm } from './layer-form.js';
import { LayersMap } from './layers-map.js';
import { useLayerChange } from './use-layer-change.js';

const kinds: readonly OverlayKind[] = ['areas', 'geojson', 'xyz', 'wms', 'pmtiles'];

const Kinds = ({ onChoose }: { onChoose: (kind: OverlayKind) => void }): JSX.Element => {
  const { t } = useWords();
  return (
    <section class="layer-kinds">
      <h3>{t.layers.add}</h3>
      <ul class="plain-list">
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" class="layer-kind" onClick={() => onChoose(kind)}>
              <strong>{t.layers.kinds[kind]}</strong>
              <span class="muted block">{t.layers.kindHints[kind]}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const swapped = (ids: readonly string[], at: number, other: number): string[] => {
  const next = [...ids];
  [next[at], next[other]] = [ids[other]!, ids[at]!];
  return next;
};

interface ListProps {
  /** From the lowest to the topmost. */
  items: readonly OverlayDetail[];
  onChanged: () => Promise<void>;
}

const List = ({ items, onChanged }: ListProps): JSX.Element => {
  const { context } = useConsole();
  const [open, setOpen] = useState<string | null>(null);
  const change = useLayerChange();
  const ids = items.map(({ id }) => id);
  const move = (at: number, by: 1 | -1): (() => void) | null => {
    const other = at + by;
    if (other < 0 || other >= ids.length) return null;
    return () =>
      void change.run(async () => {
        const arranged = await here(context).arrangeOverlays(swapped(ids, at, other));
        await onChanged();
        return arranged;
      });
  };
  return (
    <>
      <ul class="plain-list gateways layers-list">
        {[...items.entries()].reverse().map(([at, layer]) => (
          <LayerCard
            key={layer.id}
            layer={layer}
            isOpen={open === layer.id}
            onToggle={() => setOpen(open === layer.id ? null : layer.id)}
            onUp={move(at, 1)}
            onDown={move(at, -1)}
            onChanged={onChanged}
          />
        ))}
      </ul>
      <ProblemNote problem={change.problem} />
    </>
  );
};

export const LayersSection = (): JSX.Element => {
  const { t } = useWords();
  const layers = useRemote((api) => api.overlays());
  const [adding, setAdding] = useState<OverlayKind | null>(null);
  useTold(
    ({ kind }) => kind === 'overlay.changed',
    () => void layers.load(),
    150,
  );
  return (
    <>
      <p class="muted">{t.layers.lead}</p>
      <LayersMap />
      <ProblemNote problem={layers.problem} retry={() => void layers.load()} />
      {layers.items === null && layers.problem === null && <p role="status">{t.common.loading}</p>}
      {layers.items?.length === 0 && (
        <p class="muted">
          <strong>{t.layers.empty}</strong> {t.layers.emptyHint}
        </p>
      )}
      {layers.items !== null && layers.items.length > 0 && <List items={layers.items} onChanged={layers.load} />}
      {adding === null ? (
        <Kinds onChoose={setAdding} />
      ) : (
        <LayerForm
          key={adding}
          kind={adding}
          layer={null}
          onDone={() => {
            setAdding(null);
            void layers.load();
          }}
        />
      )}
    </>
  );
};
