/** Search and filters of the list. What they say is in the address; nothing is kept here but the words being typed. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { activeFilters, type RoomAddress } from '../address/address.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { FilterChips } from '../finding/filter-chips.js';
import { ViewsMenu } from '../finding/views-menu.js';
import { FilterPanel } from './filter-panel.js';

const typingPauseMs = 250;

const Search = ({ q }: { q: string }): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const [typed, setTyped] = useState(q);
  const sent = useRef(q);
  useEffect(() => {
    // Changed from elsewhere: back, forward, or all filters cleared.
    if (q === sent.current) return;
    sent.current = q;
    setTyped(q);
  }, [q]);
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      const how = sent.current === '' ? 'push' : 'replace';
      sent.current = typed;
      actions.room.filterBy({ q: typed }, how);
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div class="search" role="search">
      <Icon name="search" size={16} />
      <input
        id="queue-search"
        type="search"
        value={typed}
        maxLength={200}
        aria-label={t.filter.search}
        placeholder={t.filter.searchHint}
        aria-keyshortcuts="/"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {typed === '' && <kbd aria-hidden="true">/</kbd>}
    </div>
  );
};

export const FilterBar = ({ address }: { address: RoomAddress }): JSX.Element => {
  const { t, plural } = useWords();
  const actions = useActions();
  const [open, setOpen] = useState(false);
  const active = activeFilters(address.filter, address.tab).filter((name) => name !== 'q');
  return (
    <div class="filters">
      <div class="filters-line">
        <Search q={address.filter.q} />
        <button
          type="button"
          class={active.length > 0 ? 'button filters-toggle active' : 'button filters-toggle'}
          aria-expanded={open}
          aria-controls="filter-panel"
          onClick={() => setOpen(!open)}
        >
          <Icon name="filter" size={16} />
          {active.length > 0 ? plural(active.length, t.filter.active) : t.filter.filters}
        </button>
        <ViewsMenu room={address} />
      </div>
      <FilterChips address={address} />
      {open && (
        <div id="filter-panel" class="filter-panel">
          <FilterPanel address={address} />
          <div class="filter-actions">
            <button type="button" class="button small" onClick={() => actions.room.clearFilters()}>
              {t.filter.clear}
            </button>
            <button type="button" class="button small" onClick={() => setOpen(false)}>
              {t.common.close}
            </button>
          </div>
        </div>
      )}
    </div>
  );
};
