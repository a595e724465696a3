/** What I have to do, in place of the queue: in hand, answered, given to me, and where I am mentioned. */
import type { HandOverView, MyWork as Work } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { formatAddress } from '../address/address-text.js';
import { useActions, useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Ago } from '../pieces/marks.js';
import { OlderButton } from '../pieces/older-button.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { usePages } from '../pieces/use-pages.js';
import { QueueRow } from '../queue/queue-row.js';
import type { Row } from '../queue/row.js';
import { selectionOf } from '../store/reduce.js';
import { HandOverSheet } from './hand-over-sheet.js';
import { fill } from '../texts/forms.js';
import { groupsOf } from './work.js';

const WorkRow = ({ row }: { row: Row }): JSX.Element => {
  const actions = useActions();
  const address = useSelect((state) => state.address);
  const isOpen = selectionOf(address)?.id === row.id;
  const selected = { kind: row.kind, id: row.id };
  return (
    <li class="work-row">
      <a
        class="row-link"
        href={formatAddress(address.screen === 'room' ? { ...address, selected } : address)}
        aria-current={isOpen ? 'true' : undefined}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          actions.room.selectRow(row);
        }}
      >
        <QueueRow row={row} faded={false} />
      </a>
    </li>
  );
};

const Mentions = ({ mentions }: Pick<Work, 'mentions'>): JSX.Element | null => {
  const { t, format } = useWords();
  const actions = useActions();
  if (mentions.length === 0) return null;
  return (
    <section class="work-group" aria-label={t.together.work.mentions}>
      <h3>
        {t.together.work.mentions} <span class="tab-number">{format.number(mentions.length)}</span>
      </h3>
      <ul class="work-rows">
        {mentions.map(({ about, title, note }) => (
          <li key={note.id} class="work-row">
            <button type="button" class="work-mention" onClick={() => actions.room.select(about)}>
              <span class="row-text" dir="auto">
                <strong>{note.by.name}:</strong> {note.text}
              </span>
              <span class="row-meta">
                <bdi class="cut">{title}</bdi>
                <Ago at={note.at} />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Groups = ({ work }: { work: Work }): JSX.Element => {
  const { t, format } = useWords();
  const groups = groupsOf(work).filter(([, rows]) => rows.length > 0);
  if (groups.length === 0 && work.mentions.length === 0) {
    return (
      <div class="empty">
        <p>{t.together.work.empty}</p>
        <p class="muted">{t.together.work.emptyHint}</p>
      </div>
    );
  }
  return (
    <>
      <Mentions mentions={work.mentions} />
      {groups.map(([group, rows]) => (
        <section key={group} class="work-group" aria-label={t.together.work[group]}>
          <h3>
            {t.together.work[group]} <span class="tab-number">{format.number(rows.length)}</span>
          </h3>
          <ul class="work-rows">
            {rows.map((row) => (
              <WorkRow key={row.id} row={row} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

/** The last hand-overs of everyone: what the former shift left to say. */
const HandOvers = (): JSX.Element | null => {
  const { t } = useWords();
  const work = useSelect((state) => state.work);
  const { items, next, problem, load } = usePages((api, cursor) => api.handOvers(cursor), [work]);
  const [open, setOpen] = useState<HandOverView | null>(null);
  if (items === null || items.length === 0) return <ProblemNote problem={problem} retry={() => void load(null)} />;
  return (
    <section class="work-group" aria-label={t.together.handOver.last}>
      <h3>{t.together.handOver.last}</h3>
      <ul class="work-rows">
        {items.map((one) => (
          <li key={one.id} class="work-row">
            <button type="button" class="work-mention" onClick={() => setOpen(one)}>
              <span class="row-text" dir="auto">
                {one.note}
              </span>
              <span class="row-meta">
                <bdi class="cut">
                  {fill(t.together.handOver.fromTo, {
                    from: one.by.name,
                    to: one.to?.name ?? t.together.handOver.queue,
                  })}
                </bdi>
                <Ago at={one.at} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <ProblemNote problem={problem} retry={() => void load(next)} />
      <OlderButton next={next} load={load} />
      {open && <HandOverSheet made={open} onClose={() => setOpen(null)} />}
    </section>
  );
};

export const MyWork = (): JSX.Element => {
  const { t } = useWords();
  const { store } = useConsole().context;
  const work = useSelect((state) => state.work);
  const allowed = useSelect(mayHere('reports.triage'));
  return (
    <div class="queue-scroll" tabIndex={-1}>
      {allowed && (
        <p class="work-lead">
          <button
            type="button"
            class="button"
            onClick={() => store.dispatch({ type: 'dialog.opened', dialog: 'handOver' })}
          >
            {t.together.handOver.action}
          </button>
        </p>
      )}
      {work !== null && <Groups work={work} />}
      <HandOvers />
    </div>
  );
};
