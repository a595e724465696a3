/** The right pane: what is open, or what to do when nothing is. */
import type { JSX } from 'preact';
import { IncidentPane } from '../incident/incident-pane.js';
import { canCopy } from '../pieces/clipboard.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { ReportPane } from '../report/report-pane.js';
import { LookersLine } from '../together/presence-marks.js';
import { ShortcutList } from './help-dialog.js';

const copyLink = async (page: ReturnType<typeof useConsole>): Promise<void> => {
  await navigator.clipboard.writeText(location.href);
  page.context.store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'copied' } });
};

const Head = (): JSX.Element => {
  const { t } = useWords();
  const page = useConsole();
  const { room } = page.actions;
  return (
    <header class="detail-head">
      <button
        type="button"
        class="button quiet icon-only"
        onClick={() => room.step(-1)}
        aria-label={t.detail.previous}
        title={t.detail.previous}
        aria-keyshortcuts="k"
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="button quiet icon-only"
        onClick={() => room.step(1)}
        aria-label={t.detail.next}
        title={t.detail.next}
        aria-keyshortcuts="j"
      >
        <Icon name="down" />
      </button>
      <span class="spacer" />
      {canCopy() && (
        <button
          type="button"
          class="button quiet icon-only"
          onClick={() => void copyLink(page)}
          aria-label={t.detail.copyLink}
          title={t.detail.copyLink}
        >
          <Icon name="link" />
        </button>
      )}
      <button
        type="button"
        class="button quiet icon-only"
        onClick={() => room.select(null)}
        aria-label={t.detail.closeDetail}
        title={`${t.detail.closeDetail} (Esc)`}
      >
        <Icon name="close" />
      </button>
    </header>
  );
};

const Body = (): JSX.Element | null => {
  const { t } = useWords();
  const { store } = useConsole().context;
  const { of, phase, report, incident, problem } = useSelect((state) => state.detail);
  if (of === null) {
    return (
      <div class="empty">
        <p>{t.detail.empty}</p>
        <p class="muted">{t.detail.emptyHint}</p>
        <ShortcutList />
      </div>
    );
  }
  if (phase === 'failed') {
    return (
      <div class="empty">
        <p>{t.detail.failed}</p>
        <ProblemNote problem={problem} retry={() => store.dispatch({ type: 'detail.retried', of })} />
      </div>
    );
  }
  if (report !== null) return <ReportPane key={report.id} report={report} />;
  if (incident !== null) return <IncidentPane key={incident.id} incident={incident} />;
  return (
    <div class="skeleton" role="status">
      <span class="visually-hidden">{t.common.loading}</span>
      <div class="skeleton-row" />
      <div class="skeleton-row" />
    </div>
  );
};

export const DetailPane = (): JSX.Element => {
  const { t } = useWords();
  const open = useSelect((state) => state.detail.of !== null);
  const id = useSelect((state) => state.detail.of?.id ?? 'none');
  return (
    <section class="pane pane-detail" aria-label={t.panes.detail} data-open={open}>
      {open && <Head />}
      {/* A new element for each thing that is opened: it starts at its top. */}
      <div class="detail-scroll" key={id} tabIndex={-1}>
        {open && <LookersLine id={id} />}
        <Body />
      </div>
    </section>
  );
};
