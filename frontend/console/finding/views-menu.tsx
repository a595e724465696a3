/** Saved views: what one looks at often, under a name, for oneself or for everybody. A view is an address. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { SavedView } from '@atesto/contract';
import { formatAddress, parseAddress } from '../address/address-text.js';
import type { RoomAddress } from '../address/address.js';
import { attempt, here } from '../actions/context.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { usePopover } from '../pieces/use-popover.js';
import { useRemote, type Remote } from '../settings/use-remote.js';
import type { Problem } from '../../shared/problem.js';
import type { DeploymentApi } from '../../shared/api.js';
import { fill } from '../texts/forms.js';

/** What an address says beyond the deployment, what is open, and who reported: that is not kept. */
export const viewQuery = (room: RoomAddress): string =>
  formatAddress({ ...room, filter: { ...room.filter, reporter: '' }, selected: null }).split('?')[1] ?? '';

const addressOf = (slug: string, query: string): string =>
  `${formatAddress({ screen: 'home' })}/${encodeURIComponent(slug)}${query === '' ? '' : `?${query}`}`;

interface PanelProps {
  room: RoomAddress;
  remote: Remote<SavedView>;
  run: (work: (api: DeploymentApi) => Promise<unknown>) => Promise<boolean>;
  close: () => void;
}

const Entry = ({ view, room, run, remote, close }: PanelProps & { view: SavedView }): JSX.Element => {
  const { t } = useWords();
  const { context } = useConsole();
  const href = addressOf(room.slug, view.query);
  const isHere = viewQuery(room) === view.query;
  const remove = async (): Promise<void> => {
    if (await run((api) => api.removeView(view.id))) await remote.load();
  };
  return (
    <li class="view-entry">
      <a
        href={href}
        aria-current={isHere ? 'true' : undefined}
        dir="auto"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          close();
          context.go(parseAddress(href.split('?')[0] ?? '', view.query));
        }}
      >
        {view.name}
      </a>
      <span class="view-by">{view.shared ? fill(t.views.sharedBy, { name: view.by.name }) : t.views.onlyMine}</span>
      {view.mine && (
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={fill(t.views.remove, { name: view.name })}
          title={fill(t.views.remove, { name: view.name })}
          onClick={() => void remove()}
        >
          <Icon name="close" size={14} />
        </button>
      )}
    </li>
  );
};

const SaveForm = ({ room, run, remote }: PanelProps): JSX.Element => {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(true);
  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    if (!(await run((api) => api.addView({ name: name.trim(), query: viewQuery(room), shared })))) return;
    setName('');
    await remote.load();
  };
  return (
    <form
      class="view-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label>
        {t.views.name}
        <input
          type="text"
          value={name}
          maxLength={80}
          required
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="check">
        <input type="checkbox" checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
        {t.views.share}
      </label>
      <button type="submit" class="button small primary">
        {t.views.save}
      </button>
    </form>
  );
};

const Panel = ({ room, close }: { room: RoomAddress; close: () => void }): JSX.Element => {
  const { t } = useWords();
  const { context } = useConsole();
  const remote = useRemote<SavedView>((api) => api.views());
  const [problem, setProblem] = useState<Problem | null>(null);
  const maySave = useSelect(mayHere('reports.triage'));
  const run: PanelProps['run'] = async (work) => {
    const failed = await attempt(context, 'views', async () => void (await work(here(context))));
    setProblem(failed);
    return failed === null;
  };
  const props = { room, remote, run, close };
  return (
    <div class="views-panel" id="views-panel">
      {remote.items === null && remote.problem === null && <p class="muted">{t.common.loading}</p>}
      {remote.items?.length === 0 && <p class="muted">{t.views.empty}</p>}
      <ul>
        {remote.items?.map((view) => (
          <Entry key={view.id} view={view} {...props} />
        ))}
      </ul>
      <ProblemNote problem={problem ?? remote.problem} />
      {maySave && <SaveForm {...props} />}
    </div>
  );
};

export const ViewsMenu = ({ room }: { room: RoomAddress }): JSX.Element => {
  const { t } = useWords();
  const { open, setOpen, box, button } = usePopover();
  return (
    <div class="views-menu" ref={box}>
      <button
        ref={button}
        type="button"
        class="button"
        aria-expanded={open}
        aria-controls="views-panel"
        onClick={() => setOpen(!open)}
      >
        {t.views.title}
        <Icon name="down" size={14} />
      </button>
      {open && <Panel room={room} close={() => setOpen(false)} />}
    </div>
  );
};
