/** The left pane: tabs, search and filters, and the list with a word for each state it can be in. */
import type { JSX } from 'preact';
import { activeFilters, openStatuses, type Tab } from '../address/address.js';
import { useActions, useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { ExportButton } from '../exports/export-dialog.js';
import { TimeBrush } from '../finding/time-brush.js';
import { fill } from '../texts/forms.js';
import { EventsLink } from '../duplicates/events-link.js';
import { BulkBar } from '../bulk/bulk-bar.js';
import { MyWork } from '../together/my-work.js';
import { countOf } from '../together/work.js';
import { FilterBar } from './filter-bar.js';
import { QuarantineNote } from './quarantine-note.js';
import { QueueList } from './queue-list.js';

const Tabs = ({ tab }: { tab: Tab }): JSX.Element => {
  const { t, format } = useWords();
  const actions = useActions();
  const quarantined = useSelect((state) => state.quarantined);
  const mine = useSelect((state) => countOf(state.work));
  const isOn = useSelect((state) => state.deployment.view?.policy.quarantineUnsigned === true);
  const hasQuarantine = quarantined > 0 || isOn || tab === 'quarantine';
  const tabs: readonly Tab[] = hasQuarantine
    ? ['mine', 'reports', 'quarantine', 'incidents']
    : ['mine', 'reports', 'incidents'];
  return (
    <div class="queue-tabs" role="group" aria-label={t.queue.tabs}>
      {tabs.map((one) => (
        <button
          key={one}
          type="button"
          class="tab"
          aria-pressed={one === tab}
          onClick={() => actions.room.showTab(one)}
        >
          {t.queue[one]}
          {one === 'mine' && mine > 0 && <span class="tab-number">{format.number(mine)}</span>}
          {one === 'quarantine' && quarantined > 0 && <span class="tab-number">{format.number(quarantined)}</span>}
        </button>
      ))}
    </div>
  );
};

const Exports = (): JSX.Element | null => {
  const address = useSelect((state) => state.address);
  const allowed = useSelect(mayHere('exports.read'));
  if (!allowed || address.screen !== 'room' || address.tab !== 'incidents') return null;
  return (
    <span class="exports">
      <ExportButton />
    </span>
  );
};

const openWork = String(openStatuses);

const Finished = ({ isOpenWork }: { isOpenWork: boolean }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  return (
    <button
      type="button"
      class="link"
      onClick={() => actions.room.filterBy({ status: isOpenWork ? [] : openStatuses })}
    >
      {isOpenWork ? t.queue.showFinished : t.queue.showOpen}
    </button>
  );
};

const Count = ({ tab }: { tab: Tab }): JSX.Element => {
  const { t, plural } = useWords();
  const { phase, rows, next } = useSelect((state) => state.queue);
  const address = useSelect((state) => state.address);
  const isOpenWork = tab === 'reports' && address.screen === 'room' && String(address.filter.status) === openWork;
  const forms = tab === 'incidents' ? t.queue.shownIncidents : isOpenWork ? t.queue.shownOpen : t.queue.shownReports;
  const shown = plural(rows.length, forms);
  const words = phase !== 'ready' ? '' : next === null ? shown : fill(t.queue.andMore, { count: shown });
  return (
    <p class="queue-count">
      <span>{words}</span>
      {tab === 'reports' && <Finished isOpenWork={isOpenWork} />}
      {tab === 'reports' && <EventsLink />}
      <Exports />
    </p>
  );
};

const Waiting = (): JSX.Element | null => {
  const { t, plural } = useWords();
  const { store } = useConsole().context;
  const waiting = useSelect((state) => (state.queue.phase === 'ready' ? state.queue.waiting.length : 0));
  if (waiting === 0) return null;
  const show = (): void => {
    store.dispatch({ type: 'queue.waiting-shown' });
    document.querySelector('#queue-scroll')?.scrollTo({ top: 0 });
  };
  return (
    <button type="button" class="chip-new" onClick={show} aria-label={plural(waiting, t.queue.chipLabel)}>
      <Icon name="up" size={15} />
      {plural(waiting, t.queue.chip)}
    </button>
  );
};

const Empty = ({ tab, filtered }: { tab: Tab; filtered: boolean }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  if (filtered) {
    return (
      <div class="empty">
        <p>{t.queue.nothingFits}</p>
        <button type="button" class="button" onClick={() => actions.room.clearFilters()}>
          {t.filter.clear}
        </button>
      </div>
    );
  }
  const [words, hint] = {
    reports: [t.queue.emptyReports, t.queue.emptyReportsHint],
    mine: [t.together.work.empty, t.together.work.emptyHint],
    quarantine: [t.quarantine.empty, t.quarantine.emptyHint],
    incidents: [t.queue.emptyIncidents, t.queue.emptyIncidentsHint],
  }[tab];
  return (
    <div class="empty">
      <p>{words}</p>
      <p class="muted">{hint}</p>
    </div>
  );
};

const Body = ({ tab, filtered }: { tab: Tab; filtered: boolean }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const { phase, rows, problem } = useSelect((state) => state.queue);
  if (phase === 'failed') {
    return (
      <div class="empty">
        <p>{t.queue.failed}</p>
        <ProblemNote problem={problem} retry={() => void actions.queue.retry()} />
      </div>
    );
  }
  if (phase === 'loading' && rows.length === 0) {
    return (
      <div class="skeleton" role="status">
        <span class="visually-hidden">{t.common.loading}</span>
        {[0, 1, 2, 3, 4, 5].map((line) => (
          <div key={line} class="skeleton-row" />
        ))}
      </div>
    );
  }
  return tab === 'mine' ? <MyWork /> : rows.length === 0 ? <Empty tab={tab} filtered={filtered} /> : <QueueList />;
};

export const QueuePane = (): JSX.Element | null => {
  const { t } = useWords();
  const address = useSelect((state) => state.address);
  if (address.screen !== 'room') return null;
  return (
    <section class="pane pane-queue" id="queue" aria-label={t.panes.queue} tabIndex={-1}>
      <div class="queue-head">
        <Tabs tab={address.tab} />
        {address.tab !== 'mine' && (
          <>
            <FilterBar address={address} />
            <TimeBrush room={address} />
            <Count tab={address.tab} />
          </>
        )}
        <QuarantineNote tab={address.tab} />
        {address.tab !== 'mine' && <BulkBar />}
      </div>
      <div class="queue-body">
        <Waiting />
        <Body tab={address.tab} filtered={activeFilters(address.filter, address.tab).length > 0} />
      </div>
    </section>
  );
};
