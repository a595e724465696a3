/** The organisations of this installation. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useConsole } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useChange, useRemote } from './use-remote.js';

export const OrganisationsSection = (): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const { items, problem, load } = useRemote(() => context.api.organisations());
  const change = useChange();
  const [name, setName] = useState('');
  const add = async (): Promise<void> => {
    const added = await change.run(async () => {
      await context.api.createOrganisation({ name: name.trim() });
    });
    if (!added) return;
    setName('');
    await load();
  };
  return (
    <>
      <p class="muted">{t.settings.organisations.lead}</p>
      <ProblemNote problem={problem} retry={() => void load()} />
      {items === null && problem === null && <p role="status">{t.common.loading}</p>}
      {items?.length === 0 && <p class="muted">{t.settings.organisations.empty}</p>}
      <ul class="plain-list">
        {items?.map((one) => (
          <li key={one.id} dir="auto">
            {one.name}
          </li>
        ))}
      </ul>
      <form
        class="form inline-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void add();
        }}
      >
        <Field label={t.settings.organisations.name} fault={change.problem?.at('/name')}>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              maxLength={200}
              autoComplete="off"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <button type="submit" class="button primary" disabled={change.busy || name.trim() === ''}>
          {t.settings.organisations.add}
        </button>
      </form>
      <ProblemNote problem={change.problem} />
    </>
  );
};
