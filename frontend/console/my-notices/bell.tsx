/** The bell in the bar: how much one has not read, and the list of it. */
import type { NoticesPage, NoticeView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { here, slugOf } from '../actions/context.js';
import { roomOf } from '../address/address.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { Moment, SeverityMark } from '../pieces/marks.js';
import { usePopover } from '../pieces/use-popover.js';
import { fill } from '../texts/forms.js';

/** News of the live feed asks for notices a moment later, when they are written, and not with each frame of a storm. */
const afterNewsMs = 1_200;

/** What one was told, kept fresh while the console is open. */
const useNotices = (): { page: NoticesPage | null; load: () => Promise<void> } => {
  const { context } = useConsole();
  const slug = useSelect((state) => slugOf(state.address));
  const [page, setPage] = useState<NoticesPage | null>(null);
  const load = async (): Promise<void> => {
    try {
      const found = await context.api.in(slug ?? '').notices();
      if (slugOf(context.store.get().address) === slug) setPage(found);
    } catch {
      // The next look tells.
    }
  };
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    setPage(null);
    void load();
    const stop = context.store.subscribe((_, { type }) => {
      if (type !== 'changes.arrived' && type !== 'time.passed') return;
      timer ??= setTimeout(() => {
        timer = undefined;
        void load();
      }, afterNewsMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [slug]);
  return { page, load };
};

const Item = ({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }): JSX.Element => {
  const { t } = useWords();
  return (
    <li>
      <button type="button" class={notice.read ? 'bell-item' : 'bell-item unread'} onClick={onOpen}>
        <span class="bell-kind">
          {!notice.read && <span class="bell-dot" aria-label={t.notices.unread} />}
          {t.notices.kinds[notice.kind]}
          {notice.number !== null && ` #${notice.number}`}
        </span>
        <span class="bell-title" dir="auto">
          {notice.title}
        </span>
        <span class="bell-meta">
          <SeverityMark severity={notice.severity} /> <Moment at={notice.at} />
        </span>
      </button>
    </li>
  );
};

const List = ({
  page,
  onOpen,
  onRead,
  onChoose,
}: {
  page: NoticesPage;
  onOpen: (one: NoticeView) => void;
  onRead: () => void;
  onChoose: () => void;
}) => {
  const { t } = useWords();
  return (
    <div class="bell-panel" id="bell-panel" role="region" aria-label={t.notices.title}>
      <div class="bell-head">
        <h2>{t.notices.title}</h2>
        {page.unread > 0 && (
          <button type="button" class="button small" onClick={onRead}>
            {t.notices.readAll}
          </button>
        )}
      </div>
      {page.items.length === 0 && <p class="muted bell-empty">{t.notices.empty}</p>}
      <ul class="plain-list bell-list">
        {page.items.map((notice) => (
          <Item key={notice.seq} notice={notice} onOpen={() => onOpen(notice)} />
        ))}
      </ul>
      <button type="button" class="button quiet bell-settings" onClick={onChoose}>
        {t.notices.choose}
      </button>
    </div>
  );
};

export const Bell = (): JSX.Element => {
  const { context, actions, words } = useConsole();
  const { t } = words;
  const { page, load } = useNotices();
  const { open, setOpen, box, button } = usePopover();
  const unread = page?.unread ?? 0;
  const read = async (): Promise<void> => {
    const [newest] = page?.items ?? [];
    if (newest === undefined) return;
    await here(context)
      .readNotices(newest.seq)
      .catch(() => undefined);
    await load();
  };
  const label = unread === 0 ? t.notices.title : fill(t.notices.bell, { count: unread });
  return (
    <div class="bell" ref={box}>
      <button
        ref={button}
        type="button"
        class="button quiet icon-only"
        aria-label={label}
        title={label}
        aria-expanded={open}
        aria-controls="bell-panel"
        onClick={() => setOpen(!open)}
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span class="bell-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      {open && page !== null && (
        <List
          page={page}
          onRead={() => void read()}
          onChoose={() => {
            setOpen(false);
            actions.room.openSettings('notices');
          }}
          onOpen={({ subject }) => {
            setOpen(false);
            const { address } = context.store.get();
            if (address.screen === 'settings') context.go({ ...roomOf(address.slug), selected: subject });
            else actions.room.select(subject);
          }}
        />
      )}
    </div>
  );
};
