/** The category tree of the deployment. */
import type { Category, DeploymentView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { here } from '../actions/context.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { PlainForm } from '../pieces/plain-form.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { arranged, badDrafts, draftsOf, inputOf, moved, patched, possibleParents, removed } from './category-draft.js';
import { CategoryEditor } from './category-editor.js';
import { StaleNote } from './stale-note.js';
import { useChange } from './use-remote.js';

const freshColours = ['#2f6fb5', '#b4552d', '#3b7d4f', '#8a4fa3', '#a8862a', '#b23a48'];

const freshDraft = (serial: number) => ({
  key: `fresh ${serial}`,
  fresh: true,
  code: '',
  parent: null,
  names: {},
  colour: freshColours[serial % freshColours.length] ?? '#2f6fb5',
  icon: 'dot',
  sensitive: false,
});

const Editor = ({ view }: { view: DeploymentView }): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const change = useChange();
  const [version, setVersion] = useState(view.version);
  const [saved, setSaved] = useState(() => draftsOf(view.categories));
  const [drafts, setDrafts] = useState(saved);
  const [serial, setSerial] = useState(0);
  const [tried, setTried] = useState(false);
  const bad = tried ? badDrafts(drafts) : [];

  const take = (found: DeploymentView): void => {
    context.store.dispatch({ type: 'deployment.found', view: found });
    const fresh = draftsOf(found.categories);
    setVersion(found.version);
    setSaved(fresh);
    setDrafts(fresh);
    setTried(false);
  };
  const save = async (ifMatch: number): Promise<void> => {
    setTried(true);
    if (badDrafts(drafts).length > 0) return;
    await change.run(async (api) =>
      take(await api.putCategories(ifMatch, { items: arranged(drafts).map(({ draft }) => inputOf(draft)) })),
    );
  };
  const edit = (key: string) => (part: Partial<Category>) => setDrafts((now) => patched(now, key, part));

  return (
    <PlainForm onSubmit={() => void save(version)}>
      <p class="muted">{t.settings.categories.lead}</p>
      <ul class="category-list">
        {arranged(drafts).map(({ draft, depth }) => (
          <CategoryEditor
            key={draft.key}
            draft={draft}
            depth={depth}
            bad={bad.includes(draft.key)}
            languages={view.languages}
            parents={possibleParents(drafts, draft.code)}
            onPatch={edit(draft.key)}
            onMove={(step) => setDrafts((now) => moved(now, draft.key, step))}
            onRemove={() => setDrafts((now) => removed(now, draft.key))}
          />
        ))}
      </ul>
      <div class="button-line">
        <button
          type="button"
          class="button"
          onClick={() => {
            setSerial(serial + 1);
            setDrafts([...drafts, freshDraft(serial)]);
          }}
        >
          <Icon name="plus" size={16} />
          {t.settings.categories.add}
        </button>
      </div>
      <p class="hint">{t.settings.categories.removedHint}</p>
      {bad.length > 0 && (
        <p class="fault" role="alert">
          {t.settings.categories.bad}
        </p>
      )}
      {change.problem?.stale ? (
        <StaleNote
          onLoadTheirs={() => void change.run(async (api) => take(await api.deployment()))}
          onSaveMine={() =>
            void here(context)
              .deployment()
              .then((found) => save(found.version))
          }
        />
      ) : (
        <ProblemNote problem={change.problem} />
      )}
      <div class="form-actions start sticky">
        <button type="submit" class="button primary" disabled={change.busy}>
          {t.common.save}
        </button>
        {drafts !== saved && <span class="hint">{t.settings.categories.unsaved}</span>}
      </div>
    </PlainForm>
  );
};

export const CategoriesSection = (): JSX.Element | null => {
  const view = useSelect((state) => state.deployment.view);
  return view && <Editor key={view.slug} view={view} />;
};
