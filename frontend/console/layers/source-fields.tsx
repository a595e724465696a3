/** Where a layer comes from: a file, tiles or a map service elsewhere, or areas with their states. */
import type { AreaState, OverlayFileView } from '@atesto/contract';
import type { JSX } from 'preact';
import type { Problem } from '../../shared/problem.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { fill } from '../texts/forms.js';
import { FileField } from './file-field.js';
import { firstStates } from './first-states.js';
import { guessMapping, hostOf, type LayerDraft } from './layer-draft.js';
import { MappingFields } from './mapping-fields.js';
import { StateFields } from './state-fields.js';

export interface SourceProps {
  draft: LayerDraft;
  isNew: boolean;
  problem: Problem | null;
  onChange: (part: Partial<LayerDraft>) => void;
}

interface TextProps {
  label: string;
  hint?: string;
  fault: string | null | undefined;
  value: string;
  most: number;
  dir?: 'ltr' | 'auto';
  onChange: (value: string) => void;
}

export const TextField = ({ label, hint, fault, value, most, dir = 'auto', onChange }: TextProps): JSX.Element => (
  <Field label={label} hint={hint} fault={fault}>
    {(wiring) => (
      <input
        {...wiring}
        type="text"
        dir={dir}
        maxLength={most}
        autoComplete="off"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    )}
  </Field>
);

const WebFields = ({ draft, problem, onChange }: SourceProps): JSX.Element => {
  const { t } = useWords();
  const isWms = draft.kind === 'wms';
  const host = hostOf(draft.url) ?? t.layers.anotherServer;
  return (
    <>
      <TextField
        label={t.layers.url}
        hint={isWms ? t.layers.wmsUrlHint : t.layers.urlHint}
        fault={problem?.at('/url')}
        value={draft.url}
        most={1000}
        dir="ltr"
        onChange={(url) => onChange({ url })}
      />
      {isWms && (
        <div class="field-pair">
          <TextField
            label={t.layers.wmsLayers}
            hint={t.layers.wmsLayersHint}
            fault={problem?.at('/layers')}
            value={draft.layers}
            most={500}
            dir="ltr"
            onChange={(layers) => onChange({ layers })}
          />
          <Field label={t.layers.format}>
            {(wiring) => (
              <select
                {...wiring}
                value={draft.format}
                onChange={(event) => onChange({ format: event.currentTarget.value })}
              >
                {['image/png', 'image/jpeg', 'image/webp'].map((format) => (
                  <option key={format}>{format}</option>
                ))}
              </select>
            )}
          </Field>
        </div>
      )}
      {isWms && (
        <label class="check">
          <input
            type="checkbox"
            checked={draft.transparent}
            onChange={(event) => onChange({ transparent: event.currentTarget.checked })}
          />
          {t.layers.transparent}
        </label>
      )}
      <p class="note note-warn">{fill(t.layers.privacy, { host })}</p>
    </>
  );
};

const AreaFields = ({ draft, problem, onChange }: SourceProps): JSX.Element => {
  const { t } = useWords();
  const states: readonly AreaState[] = draft.states ?? firstStates;
  return (
    <>
      {draft.found !== null && (
        <MappingFields
          found={draft.found}
          mapping={draft.mapping}
          states={states}
          onChange={(mapping) => onChange({ mapping })}
        />
      )}
      <TextField
        label={t.layers.authority}
        hint={t.layers.authorityHint}
        fault={problem?.at('/authority')}
        value={draft.authority}
        most={120}
        onChange={(authority) => onChange({ authority })}
      />
      <StateFields states={states} onChange={(changed) => onChange({ states: changed })} />
    </>
  );
};

/** A layer without a name gets that of its file. */
const withName = ({ names }: LayerDraft, tag: string, file: string): Partial<LayerDraft> =>
  Object.values(names).some((name) => name.trim() !== '')
    ? {}
    : {
        names: {
          ...names,
          [tag]: file
            .replace(/\.\w+$/, '')
            .replaceAll(/[_-]+/g, ' ')
            .slice(0, 120),
        },
      };

export const SourceFields = (props: SourceProps & { language: string }): JSX.Element => {
  const { draft, isNew, problem, language, onChange } = props;
  if (draft.kind === 'xyz' || draft.kind === 'wms') return <WebFields {...props} />;
  const codes = (draft.states ?? firstStates).map(({ code }) => code);
  const take = (found: OverlayFileView, name: string): void => {
    const names = properties(found);
    const isKnown = draft.mapping.id !== '' && names.includes(draft.mapping.id);
    onChange({
      found,
      ...withName(draft, language, name),
      ...(draft.attribution === '' && found.attribution !== undefined && { attribution: found.attribution }),
      ...(draft.kind === 'areas' && !isKnown && { mapping: guessMapping(found, codes) }),
    });
  };
  return (
    <>
      <FileField kind={draft.kind} found={draft.found} isKept={!isNew} fault={problem?.at('/file')} onFound={take} />
      {draft.kind === 'areas' && <AreaFields {...props} />}
    </>
  );
};

const properties = (found: OverlayFileView): string[] => found.properties.map(({ name }) => name);
