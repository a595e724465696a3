/** Which deployment to enter, when there are several; an administrator may open a new one. */
import type { DeploymentSummary } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asProblem, type Problem } from '../../shared/problem.js';
import { formatAddress } from '../address/address-text.js';
import { roomOf } from '../address/address.js';
import { attempt } from '../actions/context.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { ProblemNote } from '../pieces/problem-note.js';

const NewDeployment = (): JSX.Element => {
  const { context, actions, words } = useConsole();
  const { t } = words;
  const [slug, setSlug] = useState('');
  const [name, setName] = useState('');
  const [exercise, setExercise] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const busy = useSelect((state) => state.busy !== null);
  const create = async (): Promise<void> => {
    const failed = await attempt(context, 'create', async () => {
      await context.api.createDeployment({ slug: slug.trim(), name: name.trim(), exercise });
    });
    setProblem(failed);
    if (failed !== null) return;
    await actions.session.resume();
    context.go({ screen: 'settings', slug: slug.trim(), section: 'deployment' });
  };
  return (
    <details class="new-deployment">
      <summary>{t.choice.newTitle}</summary>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <Field label={t.choice.name} fault={problem?.at('/name')}>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              maxLength={200}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t.choice.slug} hint={t.choice.slugHint} fault={problem?.at('/slug')}>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              maxLength={63}
              autoCapitalize="none"
              value={slug}
              onInput={(event) => setSlug(event.currentTarget.value.toLowerCase())}
            />
          )}
        </Field>
        <label class="check with-hint">
          <input type="checkbox" checked={exercise} onChange={(event) => setExercise(event.currentTarget.checked)} />
          <span>
            {t.training.make}
            <span class="hint">{t.training.makeHint}</span>
          </span>
        </label>
        <ProblemNote problem={problem} />
        <button type="submit" class="button primary" disabled={busy || !slug.trim() || !name.trim()}>
          {t.choice.create}
        </button>
      </form>
    </details>
  );
};

export const DeploymentChoice = (): JSX.Element => {
  const { context, actions, words } = useConsole();
  const { t } = words;
  const session = useSelect((state) => state.session.view);
  const [all, setAll] = useState<readonly DeploymentSummary[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const admin = session?.user.admin === true;
  useEffect(() => {
    if (admin) context.api.deployments().then(setAll, (error: unknown) => setProblem(asProblem(error)));
  }, [admin]);
  const mine = session?.memberships.map((one) => one.deployment) ?? [];
  const choices = [...new Map([...mine, ...all].map((one) => [one.slug, one])).values()];
  return (
    <main class="door">
      <div class="card form">
        <p class="door-brand">{t.top.product}</p>
        <h1>{t.choice.title}</h1>
        {choices.length === 0 && <p class="muted">{t.choice.empty}</p>}
        <ul class="choice-list">
          {choices.map((one) => (
            <li key={one.slug}>
              <a
                class="choice"
                href={formatAddress(roomOf(one.slug))}
                onClick={(event) => {
                  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                  event.preventDefault();
                  context.go(roomOf(one.slug));
                }}
              >
                <strong dir="auto">{one.name}</strong>
                <span class="muted">{one.slug}</span>
                {one.exercise && <span class="exercise-tag">{t.training.mark}</span>}
              </a>
            </li>
          ))}
        </ul>
        <ProblemNote problem={problem} />
        {admin && <NewDeployment />}
        <button type="button" class="button" onClick={() => void actions.session.signOut()}>
          {t.top.signOut}
        </button>
      </div>
    </main>
  );
};
