/** The areas of a layer as a list, for those who know the name, or have no pointer: the worst first. */
import type { AreaState, AreaStatus, OverlayDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { nameIn } from '../../shared/i18n.js';
import { here } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { useTold } from '../pieces/use-told.js';
import { fill } from '../texts/forms.js';
import { AreaDialog, Swatch } from './area-dialog.js';

const mostShown = 30;

const useAreas = (layer: OverlayDetail): [areas: readonly AreaStatus[] | null, load: () => void] => {
  const { context } = useConsole();
  const [areas, setAreas] = useState<readonly AreaStatus[] | null>(null);
  const load = (): void =>
    void here(context)
      .areaStates(layer.id)
      .then(setAreas, () => setAreas((before) => before ?? []));
  useEffect(load, [layer.id, layer.version]);
  useTold(({ kind }) => kind === 'area.state_changed' || kind === 'overlay.changed', load, 150);
  return [areas, load];
};

interface RowProps {
  area: AreaStatus;
  state: AreaState | undefined;
  onOpen: () => void;
}

const Row = ({ area, state, onOpen }: RowProps): JSX.Element => {
  const { language } = useWords();
  return (
    <li>
      <button type="button" class="area-row" onClick={onOpen}>
        {state && <Swatch state={state} />}
        <bdi>{area.name}</bdi>
        <span class="muted">{state ? nameIn(state.names, language) : area.state}</span>
      </button>
    </li>
  );
};

export const AreaList = ({ layer }: { layer: OverlayDetail }): JSX.Element => {
  const { t } = useWords();
  const [areas, load] = useAreas(layer);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<AreaStatus | null>(null);
  const states = layer.states ?? [];
  const isOver = ({ validUntil }: AreaStatus): boolean => validUntil !== null && Date.parse(validUntil) <= Date.now();
  const rank = (area: AreaStatus): number => (isOver(area) ? 0 : states.findIndex(({ code }) => code === area.state));
  const wanted = search.trim().toLocaleLowerCase();
  const fitting = (areas ?? [])
    .filter(({ id, name }) => `${name} ${id}`.toLocaleLowerCase().includes(wanted))
    .sort((one, other) => rank(other) - rank(one) || one.name.localeCompare(other.name));
  if (areas === null) return <p class="muted">{t.common.loading}</p>;
  return (
    <section class="area-list" aria-label={t.layers.areas}>
      <p class="hint">{t.layers.areasHint}</p>
      <Field label={t.layers.areaSearch}>
        {(wiring) => (
          <input
            {...wiring}
            type="search"
            autoComplete="off"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </Field>
      <ul class="plain-list">
        {fitting.slice(0, mostShown).map((area) => (
          <Row key={area.id} area={area} state={states[rank(area)]} onOpen={() => setOpen(area)} />
        ))}
      </ul>
      {fitting.length === 0 && <p class="muted">{t.layers.areaNone}</p>}
      {fitting.length > mostShown && (
        <p class="muted">{fill(t.layers.areaMore, { count: fitting.length - mostShown })}</p>
      )}
      {open !== null && <AreaDialog overlay={layer} area={open} onClose={() => setOpen(null)} onSaid={load} />}
    </section>
  );
};
