/** Name, languages, area and policy of the deployment. */
import type { DeploymentView, PatchDeployment, Policy } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { PlainForm } from '../pieces/plain-form.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useUnsaved } from '../pieces/use-unsaved.js';
import { here } from '../actions/context.js';
import { AreaMap } from './area-map.js';
import { areaOf, parseLanguages, sides, typedArea, type TypedArea } from './area.js';
import { PolicyFields } from './policy-fields.js';
import { StaleNote } from './stale-note.js';
import { useChange } from './use-remote.js';

const draftOf = (view: DeploymentView) => ({
  version: view.version,
  name: view.name,
  languages: view.languages.join(', '),
  area: typedArea(view.area),
  policy: view.policy,
});

type Draft = ReturnType<typeof draftOf>;

/** Empty lines and words around them are how people type, not what they mean. */
const policyOf = (policy: Policy): Policy => ({
  ...policy,
  emergencyNumber: policy.emergencyNumber?.trim() || null,
  publisher: policy.publisher?.trim() || null,
  dataContact: policy.dataContact?.trim() || null,
  lines: policy.lines
    .map(({ kind, address }) => ({ kind, address: address.trim() }))
    .filter(({ address }) => address !== ''),
});

const bodyOf = (draft: Draft): PatchDeployment | null => {
  const [area, languages] = [areaOf(draft.area), parseLanguages(draft.languages)];
  return area && languages && { name: draft.name.trim(), area, languages, policy: policyOf(draft.policy) };
};

const AreaFields = ({
  area,
  fault,
  onChange,
}: {
  area: TypedArea;
  fault: boolean;
  onChange: (area: TypedArea) => void;
}): JSX.Element => {
  const { t } = useWords();
  const words = t.settings.deployment;
  return (
    <fieldset class="area">
      <legend>{words.area}</legend>
      <p class="hint">{words.areaHint}</p>
      <div class="area-columns">
        <div class="area-numbers">
          {sides.map((side) => (
            <Field key={side} label={words[side]}>
              {(wiring) => (
                <input
                  {...wiring}
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  value={area[side]}
                  onInput={(event) => onChange({ ...area, [side]: event.currentTarget.value })}
                />
              )}
            </Field>
          ))}
          {fault && (
            <p class="fault" role="alert">
              {words.areaBad}
            </p>
          )}
        </div>
        <AreaMap area={areaOf(area)} onUse={(shown) => onChange(typedArea(shown))} />
      </div>
    </fieldset>
  );
};

const Form = ({ view }: { view: DeploymentView }): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const change = useChange();
  const [base, setBase] = useState(() => draftOf(view));
  const [draft, setDraft] = useState(base);
  const [tried, setTried] = useState(false);
  useUnsaved(JSON.stringify(draft) !== JSON.stringify(base));
  const begin = (from: DeploymentView): void => {
    setBase(draftOf(from));
    setDraft(draftOf(from));
  };
  const patch = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const faultAt = (pointer: string): string | null => change.problem?.at(pointer) ?? null;

  const save = async (version: number): Promise<void> => {
    setTried(true);
    const body = bodyOf(draft);
    if (body === null) return;
    await change.run(async (api) => {
      const saved = await api.patchDeployment(version, body);
      context.store.dispatch({ type: 'deployment.found', view: saved });
      begin(saved);
    });
  };
  const latest = async (): Promise<DeploymentView> => {
    const found = await here(context).deployment();
    context.store.dispatch({ type: 'deployment.found', view: found });
    return found;
  };

  return (
    <PlainForm onSubmit={() => void save(draft.version)}>
      <Field label={t.settings.deployment.name} fault={faultAt('/name')}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            maxLength={200}
            value={draft.name}
            onInput={(event) => patch({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={t.settings.deployment.languages}
        hint={t.settings.deployment.languagesHint}
        fault={tried && parseLanguages(draft.languages) === null ? t.settings.deployment.languagesBad : null}
      >
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            autoCapitalize="none"
            value={draft.languages}
            onInput={(event) => patch({ languages: event.currentTarget.value })}
          />
        )}
      </Field>
      <AreaFields
        area={draft.area}
        fault={tried && areaOf(draft.area) === null}
        onChange={(area) => setDraft((before) => ({ ...before, area }))}
      />
      <h3>{t.settings.deployment.policy}</h3>
      <PolicyFields policy={draft.policy} faultAt={faultAt} onChange={(policy) => patch({ policy })} />
      {change.problem?.stale ? (
        <StaleNote
          onLoadTheirs={() => void change.run(async () => begin(await latest()))}
          onSaveMine={() => void latest().then((found) => save(found.version))}
        />
      ) : (
        <ProblemNote problem={change.problem} />
      )}
      <div class="form-actions start sticky">
        <button type="submit" class="button primary" disabled={change.busy}>
          {t.common.save}
        </button>
      </div>
    </PlainForm>
  );
};

export const DeploymentSection = (): JSX.Element | null => {
  const view = useSelect((state) => state.deployment.view);
  return view && <Form key={view.slug} view={view} />;
};
