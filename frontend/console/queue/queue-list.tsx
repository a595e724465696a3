/** The scrolling part of the queue. Only rows near the view are in the page; the rest is empty height. */
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Address } from '../address/address.js';
import { formatAddress } from '../address/address-text.js';
import { useActions, useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { selectionOf } from '../store/reduce.js';
import { RowCheck } from '../bulk/row-check.js';
import { QueueRow } from './queue-row.js';
import type { Row } from './row.js';
import { scrollTo, windowOf } from './window-of.js';

/** Kept in step with `.row` in queue.css. */
const rowHeight = 88;
const nearEndRows = 30;

/** A row is a link, so that it can be opened in another tab or copied. */
const hrefOf = (address: Address, row: Row): string =>
  formatAddress(address.screen === 'room' ? { ...address, selected: { kind: row.kind, id: row.id } } : address);

const useScroll = (): {
  box: { current: HTMLDivElement | null };
  top: number;
  height: number;
  onScroll: () => void;
} => {
  const { store } = useConsole().context;
  const box = useRef<HTMLDivElement>(null);
  const [{ top, height }, setView] = useState({ top: 0, height: 800 });
  const onScroll = (): void => {
    const { scrollTop, clientHeight } = box.current ?? { scrollTop: 0, clientHeight: 800 };
    setView({ top: scrollTop, height: clientHeight });
    store.dispatch({ type: 'queue.scrolled', atTop: scrollTop < rowHeight / 2 });
  };
  useLayoutEffect(() => {
    onScroll();
    const watch = new ResizeObserver(onScroll);
    if (box.current) watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  return { box, top, height, onScroll };
};

const Ending = (): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const queue = useSelect((state) => state.queue);
  if (queue.paging === 'failed') {
    return (
      <p class="queue-end">
        {t.queue.moreFailed}{' '}
        <button type="button" class="button small" onClick={() => void actions.queue.more()}>
          {t.common.retry}
        </button>
      </p>
    );
  }
  return <p class="queue-end">{queue.next === null ? t.queue.end : t.queue.loadingMore}</p>;
};

export const QueueList = (): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const { rows, faded, next, key } = useSelect((state) => state.queue);
  const address = useSelect((state) => state.address);
  const selected = selectionOf(address)?.id ?? null;
  const { box, top, height, onScroll } = useScroll();
  const view = windowOf(top, height, rowHeight, rows.length);

  useEffect(() => {
    if (next !== null && view.end >= rows.length - nearEndRows) void actions.queue.more();
  }, [view.end, rows.length, next]);

  // Walking with the keys keeps what is open in view; a row that arrives does not scroll anything.
  useEffect(() => {
    const index = rows.findIndex((row) => row.id === selected);
    if (index === -1 || box.current === null) return;
    const to = scrollTo(index, box.current.scrollTop, box.current.clientHeight, rowHeight);
    if (to !== null) box.current.scrollTop = to;
  }, [selected]);

  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [key]);

  return (
    <div class="queue-scroll" ref={box} onScroll={onScroll} id="queue-scroll" tabIndex={-1}>
      <ul class="queue-rows" style={{ height: `${rows.length * rowHeight}px` }} aria-label={t.panes.queue}>
        {rows.slice(view.first, view.end).map((row, at) => (
          <li
            key={row.id}
            class="row"
            style={{ transform: `translateY(${(view.first + at) * rowHeight}px)` }}
            data-faded={faded.has(row.id)}
            aria-posinset={view.first + at + 1}
            aria-setsize={next === null ? rows.length : -1}
          >
            <RowCheck row={row} />
            <a
              class="row-link"
              href={hrefOf(address, row)}
              aria-current={row.id === selected ? 'true' : undefined}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                actions.room.selectRow(row);
              }}
            >
              <QueueRow row={row} faded={faded.has(row.id)} />
            </a>
          </li>
        ))}
      </ul>
      <Ending />
    </div>
  );
};
