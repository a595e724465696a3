/** Adds a layer, or changes one. */
import type { Audience, OverlayDetail, OverlayKind } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { here } from '../actions/context.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { PlainForm } from '../pieces/plain-form.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { WordSelect } from '../pieces/selects.js';
import { useUnsaved } from '../pieces/use-unsaved.js';
import { StaleNote } from '../settings/stale-note.js';
import { fill } from '../texts/forms.js';
import { draftOf, newDraft, newOverlayOf, patchOf, type LayerDraft } from './layer-draft.js';
import { SourceFields, TextField } from './source-fields.js';
import { useLayerChange } from './use-layer-change.js';

const audiences: readonly Audience[] = ['public', 'responders'];
const only: readonly string[] = ['en'];

interface FieldsProps {
  draft: LayerDraft;
  onChange: (part: Partial<LayerDraft>) => void;
}

const ZoomField = ({ label, value, onChange }: { label: string; value: number; onChange: (zoom: number) => void }) => (
  <Field label={label}>
    {(wiring) => (
      <input
        {...wiring}
        type="number"
        min={0}
        max={22}
        value={value}
        onInput={(event) => onChange(Math.max(0, Math.min(22, Math.round(event.currentTarget.valueAsNumber || 0))))}
      />
    )}
  </Field>
);

const LookFields = ({ draft, onChange }: FieldsProps): JSX.Element => {
  const { t } = useWords();
  return (
    <>
      <div class="field-pair">
        <Field label={t.layers.visibility}>
          {(wiring) => (
            <WordSelect
              {...wiring}
              value={draft.visibility}
              words={audiences}
              label={(word) => t.layers.visibilities[word]}
              onChange={(visibility) => onChange({ visibility })}
            />
          )}
        </Field>
        <Field label={`${t.layers.opacity}: ${fill(t.layers.percent, { value: draft.opacity })}`}>
          {(wiring) => (
            <input
              {...wiring}
              type="range"
              min={10}
              max={100}
              step={5}
              value={draft.opacity}
              onInput={(event) => onChange({ opacity: event.currentTarget.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={draft.shown}
          onChange={(event) => onChange({ shown: event.currentTarget.checked })}
        />
        <span>
          {t.layers.shown}
          <span class="hint block">{t.layers.shownHint}</span>
        </span>
      </label>
      <div class="field-pair">
        <ZoomField label={t.layers.minZoom} value={draft.minZoom} onChange={(minZoom) => onChange({ minZoom })} />
        <ZoomField label={t.layers.maxZoom} value={draft.maxZoom} onChange={(maxZoom) => onChange({ maxZoom })} />
      </div>
      <p class="hint">{t.layers.zoomHint}</p>
    </>
  );
};

interface NameProps extends FieldsProps {
  languages: readonly string[];
  fault: string | null | undefined;
}

const NameFields = ({ draft, languages, fault, onChange }: NameProps): JSX.Element => {
  const { t, language } = useWords();
  const names = new Intl.DisplayNames([language], { type: 'language' });
  return (
    <div class="field-pair">
      {languages.map((tag, at) => (
        <TextField
          key={tag}
          label={fill(t.layers.nameIn, { language: names.of(tag) ?? tag })}
          fault={at === 0 ? fault : null}
          value={draft.names[tag] ?? ''}
          most={120}
          onChange={(name) => onChange({ names: { ...draft.names, [tag]: name } })}
        />
      ))}
    </div>
  );
};

interface LayerFormProps {
  kind: OverlayKind;
  /** Null for a new one. */
  layer: OverlayDetail | null;
  onDone: (saved: OverlayDetail | null) => void;
}

export const LayerForm = ({ kind, layer, onDone }: LayerFormProps): JSX.Element => {
  const { context } = useConsole();
  const { t } = useWords();
  const change = useLayerChange();
  const busy = useSelect((state) => state.busy !== null);
  const languages = useSelect((state) => state.deployment.view?.languages ?? only);
  const [draft, setDraft] = useState<LayerDraft>(layer === null ? newDraft(kind) : draftOf(layer));
  const [touched, setTouched] = useState(false);
  const [nameless, setNameless] = useState(false);
  useUnsaved(touched);
  const put = (part: Partial<LayerDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setTouched(true);
  };
  const save = async (version: number): Promise<void> => {
    const isNameless = Object.values(draft.names).every((name) => name.trim() === '');
    setNameless(isNameless);
    if (isNameless) return;
    await change.run(async (api) => {
      const saved =
        layer === null
          ? await api.addOverlay(newOverlayOf(draft))
          : await api.patchOverlay(layer.id, version, patchOf(draft, layer));
      onDone(saved);
      return saved;
    });
  };
  const theirs = async (): Promise<OverlayDetail | null> =>
    (await here(context).overlays()).find(({ id }) => id === layer?.id) ?? null;
  return (
    <section class="boxed layer-form" aria-label={layer === null ? t.layers.kinds[kind] : t.layers.edit}>
      <PlainForm onSubmit={() => void save(layer?.version ?? 0)}>
        {layer === null && <h3>{t.layers.kinds[kind]}</h3>}
        <p class="hint about">{t.layers.kindHints[kind]}</p>
        <SourceFields
          draft={draft}
          isNew={layer === null}
          problem={change.problem}
          language={languages[0] ?? 'en'}
          onChange={put}
        />
        <NameFields
          draft={draft}
          languages={languages}
          fault={nameless ? t.layers.nameNeeded : change.problem?.at('/names')}
          onChange={put}
        />
        <TextField
          label={t.layers.attribution}
          hint={t.layers.attributionHint}
          fault={change.problem?.at('/attribution')}
          value={draft.attribution}
          most={300}
          onChange={(attribution) => put({ attribution })}
        />
        <LookFields draft={draft} onChange={put} />
        {change.problem?.stale ? (
          <StaleNote
            onLoadTheirs={() => void theirs().then(onDone)}
            onSaveMine={() => void theirs().then((now) => save(now?.version ?? 0))}
          />
        ) : (
          <ProblemNote problem={change.problem} />
        )}
        <div class="form-actions start">
          <button type="submit" class="button primary" disabled={busy}>
            {layer === null ? t.layers.add : t.common.save}
          </button>
          <button type="button" class="button" onClick={() => onDone(null)}>
            {t.common.cancel}
          </button>
        </div>
      </PlainForm>
    </section>
  );
};
