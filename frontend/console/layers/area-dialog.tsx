/** Says in which state an area is: chosen by name, colour and pattern, with a word for the public and an end. */
import type { AreaHistoryEntry, AreaState, AreaStatus, OverlayView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { nameIn } from '../../shared/i18n.js';
import { swatch } from '../../shared/leaflet/overlays/patterns.js';
import { here } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { Moment } from '../pieces/marks.js';
import { fill } from '../texts/forms.js';
import { runLayerChange } from './use-layer-change.js';

export const Swatch = ({ state }: { state: Pick<AreaState, 'colour' | 'pattern'> }): JSX.Element => {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => place.current?.replaceChildren(swatch(state.colour, state.pattern)), [state.colour, state.pattern]);
  return <span class="swatch-place" ref={place} />;
};

interface StatesProps {
  states: readonly AreaState[];
  value: string;
  onChange: (code: string) => void;
}

const States = ({ states, value, onChange }: StatesProps): JSX.Element => {
  const { t, language } = useWords();
  return (
    <fieldset class="area-states">
      <legend>{t.layers.state}</legend>
      {states.map((state) => (
        <label key={state.code} class="area-state">
          <input
            type="radio"
            name="area-state"
            value={state.code}
            checked={state.code === value}
            onChange={() => onChange(state.code)}
          />
          <Swatch state={state} />
          <span dir="auto">{nameIn(state.names, language)}</span>
        </label>
      ))}
    </fieldset>
  );
};

const History = ({ overlay, area }: { overlay: OverlayView; area: AreaStatus }): JSX.Element => {
  const { context } = useConsole();
  const { t, language } = useWords();
  const [entries, setEntries] = useState<readonly AreaHistoryEntry[] | null>(null);
  useEffect(() => {
    here(context)
      .areaHistory(overlay.id, area.id)
      .then(setEntries, () => setEntries([]));
  }, [overlay.id, area.id]);
  const stateOf = (code: string): AreaState | undefined => overlay.states?.find((one) => one.code === code);
  return (
    <details class="area-history">
      <summary>{t.layers.history}</summary>
      {entries === null && <p class="muted">{t.common.loading}</p>}
      {entries?.length === 0 && <p class="muted">{t.layers.historyNone}</p>}
      <ol class="plain-list">
        {[...(entries ?? [])].reverse().map((entry) => {
          const state = stateOf(entry.state);
          return (
            <li key={entry.at}>
              {state && <Swatch state={state} />}
              <div>
                <strong>{state ? nameIn(state.names, language) : entry.state}</strong> · <Moment at={entry.at} />
                {entry.note !== null && <p dir="auto">{entry.note}</p>}
                <p class="muted">
                  {fill(t.layers.historyLine, { source: entry.source, name: entry.by?.name ?? t.layers.program })}
                </p>
              </div>
            </li>
          );
        })}
      </ol>
    </details>
  );
};

/** As the browser's own field for date and time has it, in the reader's zone. */
const localTime = (instant: string | null): string => {
  if (instant === null) return '';
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

interface AreaDialogProps {
  overlay: OverlayView;
  area: AreaStatus;
  onClose: () => void;
  onSaid?: () => void;
}

export const AreaDialog = ({ overlay, area, onClose, onSaid }: AreaDialogProps): JSX.Element => {
  const { context } = useConsole();
  const { t, language } = useWords();
  const { states = [], authority = '' } = overlay;
  const [state, setState] = useState(area.state);
  const [note, setNote] = useState(area.note ?? '');
  const [until, setUntil] = useState(localTime(area.validUntil));
  const [source, setSource] = useState(area.source);
  const [past, setPast] = useState(false);
  const first = states[0];
  const send = (): 'stay' | ReturnType<typeof runLayerChange> => {
    const isOver = until !== '' && new Date(until).getTime() <= Date.now();
    setPast(isOver);
    if (isOver) return 'stay';
    return runLayerChange(context, async (api) => {
      const validUntil = until === '' ? null : new Date(until).toISOString();
      const said = await api.sayArea(overlay.id, area.id, { state, note, validUntil, source });
      onSaid?.();
      return said;
    });
  };
  return (
    <FormDialog title={area.name} submit={t.layers.say} onClose={onClose} onSubmit={send}>
      <States
        states={states}
        value={state}
        onChange={(code) => {
          setState(code);
          // Another state is another message: what ended the last one does not end it.
          if (code !== area.state) setUntil('');
        }}
      />
      <Field label={t.layers.note} optional>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            maxLength={500}
            dir="auto"
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="field-pair">
        <Field
          label={t.layers.validUntil}
          optional
          hint={first && fill(t.layers.validHint, { state: nameIn(first.names, language) })}
          fault={past ? t.layers.validPast : null}
        >
          {(wiring) => (
            <input
              {...wiring}
              type="datetime-local"
              value={until}
              onInput={(event) => setUntil(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t.layers.source} optional>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              maxLength={120}
              dir="auto"
              placeholder={authority}
              value={source}
              onInput={(event) => setSource(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <History overlay={overlay} area={area} />
    </FormDialog>
  );
};
